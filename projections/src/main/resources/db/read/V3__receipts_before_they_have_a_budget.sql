-- Money that came to the bank belongs to no budget until somebody knows what it is for.
ALTER TABLE journal_line ALTER COLUMN budget DROP NOT NULL;
