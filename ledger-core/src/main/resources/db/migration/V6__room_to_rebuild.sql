-- Where what people read is built anew, beside the tables in use, before it takes their place.
CREATE SCHEMA read_next AUTHORIZATION "${service_role}";
