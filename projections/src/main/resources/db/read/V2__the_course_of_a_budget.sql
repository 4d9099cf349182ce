-- The journal of one account.
CREATE INDEX journal_line_of_custody ON journal_line (custody, position);
