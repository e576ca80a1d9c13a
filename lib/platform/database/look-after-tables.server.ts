import { setTimeout as wait } from "node:timers/promises";
import { Prisma, type PrismaClient } from "./database.server.ts";

/** Each statement holds up whoever asks the embedded database meanwhile; they get a turn in between. */
const pauseMs = 50;

interface TableFigures {
  /** Quoted, as SQL takes it. */
  name: string;
  live: number;
  dead: number;
  /** Rows written since the last ANALYZE. */
  written: number;
}

/** How much must have been written to a table for it to be analysed: at the start and hourly less than in between. */
export type Occasion = "start" | "hour" | "minute";

const isAnalyzeDue: Record<Occasion, (table: TableFigures) => boolean> = {
  start: () => true,
  hour: ({ written }) => written > 0,
  minute: ({ written, live }) => written > 500 + live / 10,
};

/** Of a large table not in proportion, as PostgreSQL does: one VACUUM after 20,000 rows is short, after a million it is not. */
const isVacuumDue = ({ dead, live }: TableFigures) => dead > Math.min(20_000, 1_000 + live / 5);

/** Runs what is due, a table at a time, until `signal` aborts, and answers what was run. */
export async function lookAfterTables(
  client: PrismaClient,
  { occasion, signal }: { occasion: Occasion; signal?: AbortSignal },
): Promise<string[]> {
  const statements: string[] = [];
  const run = async (statement: string) => {
    if (signal?.aborted) return;
    // VACUUM cannot be prepared with the client's parameters, and has none.
    await client.$executeRaw(Prisma.raw(statement));
    statements.push(statement);
    await wait(pauseMs);
  };

  for (const table of (await readFigures(client)).filter(isAnalyzeDue[occasion])) {
    await run(`ANALYZE ${table.name}`);
  }
  // Counted anew: after a start, only ANALYZE knows how many dead rows there are.
  for (const table of (await readFigures(client)).filter(isVacuumDue)) {
    await run(`VACUUM ${table.name}`);
  }
  return statements;
}

async function readFigures(client: PrismaClient): Promise<TableFigures[]> {
  // Else PostgreSQL counts what was written up to a second later.
  await client.$executeRaw`SELECT pg_stat_force_next_flush()`;
  return client.$queryRaw<TableFigures[]>`
    SELECT format('%I', relname) AS name, n_live_tup::float AS live, n_dead_tup::float AS dead,
      n_mod_since_analyze::float AS written
    FROM pg_stat_user_tables WHERE schemaname = current_schema() ORDER BY relname`;
}
