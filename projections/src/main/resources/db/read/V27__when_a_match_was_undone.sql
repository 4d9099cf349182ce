-- A proof can be asked for as it was known, so a match keeps the moment at which it was undone.
ALTER TABLE bank_match ADD COLUMN undone_at timestamptz;
