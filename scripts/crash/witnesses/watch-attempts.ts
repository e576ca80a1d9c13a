import type { Database } from "#lib/platform/database/database.server.ts";

/**
 * Puts a trigger on the attempts that writes every change of state, fence or owner down, with who made it and when: the
 * database's own account, which the studio knows nothing of.
 */
export async function watchAttempts({ client }: Database): Promise<void> {
  for (const statement of statements) await client.$executeRawUnsafe(statement);
}

const statements = [
  `CREATE TABLE "Witness" (
    number bigserial PRIMARY KEY, at timestamptz NOT NULL, attempt uuid NOT NULL,
    "fromState" text, "toState" text NOT NULL, "fromFence" int NOT NULL, "toFence" int NOT NULL,
    "fromOwner" text, "toOwner" text, "leaseUntil" timestamptz, writer text NOT NULL
  )`,
  `CREATE FUNCTION witness() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO "Witness"
      (at, attempt, "fromState", "toState", "fromFence", "toFence", "fromOwner", "toOwner", "leaseUntil", writer)
    VALUES (clock_timestamp(), NEW.id, OLD.state, NEW.state, COALESCE(OLD.fence, 0), NEW.fence,
      OLD."leaseOwner", NEW."leaseOwner", OLD."leaseUntil", current_setting('application_name'));
    RETURN NULL;
  END $$`,
  `CREATE TRIGGER witness_insert AFTER INSERT ON "Attempt" FOR EACH ROW EXECUTE FUNCTION witness()`,
  `CREATE TRIGGER witness_update AFTER UPDATE ON "Attempt" FOR EACH ROW
    WHEN ((OLD.state, OLD.fence, OLD."leaseOwner") IS DISTINCT FROM (NEW.state, NEW.fence, NEW."leaseOwner"))
    EXECUTE FUNCTION witness()`,
];
