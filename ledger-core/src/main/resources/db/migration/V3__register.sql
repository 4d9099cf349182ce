-- Everything about people, in one erasable place. Events hold the reference and, for words, a keyed digest.

CREATE TABLE register.entry (
    kind       text        NOT NULL CHECK (kind IN ('PERSON', 'WORDS', 'BANK_DETAILS')),
    ref        text        NOT NULL COLLATE "C",
    about      text        COLLATE "C",
    body       text,
    erased_at  timestamptz,
    PRIMARY KEY (kind, ref),
    CHECK ((body IS NULL) = (erased_at IS NOT NULL))
);

COMMENT ON TABLE register.entry IS 'An erased entry keeps its row, so that "erased" is told from "never there".';
COMMENT ON COLUMN register.entry.about IS 'The person whose erasure erases this entry too.';
COMMENT ON COLUMN register.entry.body IS 'WORDS: the text itself; PERSON and BANK_DETAILS: JSON.';

CREATE INDEX entry_about ON register.entry (about) WHERE about IS NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON register.entry TO "${service_role}";
