-- A proof can be asked for as it was known, so a match keeps the moment at which it was undone.
ALTER TABLE bank_match ADD COLUMN undone_at timestamptz;

-- Every page of the log asks which matches confirm its movements, of whatever account.
DROP INDEX bank_match_of_subject;
CREATE INDEX bank_match_of_movement ON bank_match (subject) WHERE effect = 'Confirms';

-- Every statement of a custody account asks what is due into it.
CREATE INDEX bank_expected_due ON bank_expected (account) WHERE kind = 'CONTRIBUTION';
