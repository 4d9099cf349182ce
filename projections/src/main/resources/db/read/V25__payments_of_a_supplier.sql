-- A supplier looks through what it is paid.
CREATE INDEX payment_of_supplier ON payment (supplier, position);
