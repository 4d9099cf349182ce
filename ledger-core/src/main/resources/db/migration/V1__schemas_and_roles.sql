-- Whoever runs this owns the ledger: the role that migrates, never the one that serves requests.
--
--   events    the log. The service may read it and call events.append, nothing else.
--   register  people, free text, bank details: everything that may have to be erased.
--   work      tokens, snapshots, to-dos: what the service needs to go on where it stopped.
--   read      what people read. The service owns it; it can be dropped and rebuilt from the log.

-- Roles belong to the server, not to the database, so this one may be there already. Its password is then its own
-- business: an administrator who made the role beforehand keeps the last word.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = '${service_role}') THEN
        CREATE ROLE "${service_role}" LOGIN PASSWORD '${service_password}';
    END IF;
EXCEPTION
    WHEN duplicate_object OR unique_violation THEN NULL; -- another database of this server was just as quick
END
$$;

-- A schema can only be given to a role that its creator may act as.
DO $$
BEGIN
    IF NOT pg_catalog.pg_has_role(current_user, '${service_role}', 'SET') THEN
        EXECUTE format('GRANT %I TO %I', '${service_role}', current_user);
    END IF;
END
$$;

CREATE SCHEMA events;
CREATE SCHEMA register;
CREATE SCHEMA work;
CREATE SCHEMA read AUTHORIZATION "${service_role}";

GRANT USAGE ON SCHEMA events, register, work TO "${service_role}";
