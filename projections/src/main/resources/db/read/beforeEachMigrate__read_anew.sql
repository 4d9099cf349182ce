-- What people read is a fold over the log. When the tables change, or what a projection writes into them, a migration
-- says so, and everything is read anew: in the transaction of that migration, so that nothing is ever half old.
DO $$
DECLARE
    names text;
BEGIN
    SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') INTO names
    FROM pg_tables WHERE schemaname = current_schema() AND tablename NOT LIKE 'flyway%';
    IF names IS NOT NULL THEN
        EXECUTE 'TRUNCATE ' || names;
    END IF;
END
$$;
