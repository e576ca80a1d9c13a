import type { PrismaClient } from "#prisma/client/client.ts";

export type { PrismaClient } from "#prisma/client/client.ts";
export { Prisma } from "#prisma/client/client.ts";

/** The client inside `client.$transaction(async (transaction) => …)`. */
export type Transaction = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

/** An open database; the same for the embedded one and for PostgreSQL. */
export interface Database {
  client: PrismaClient;
  /** For people: which database, and where; never a password. */
  description: string;
  /** Where the embedded database lies; null for a PostgreSQL. */
  folder: DatabaseFolder | null;
  /**
   * Calls `onNotify` with the payload of every `pg_notify` on the channel, once its transaction has
   * committed. After a lost connection it is called once with "": notifications may have been missed, look.
   * The channel is in lower case. `onNotify` must not throw. Returns what stops it.
   */
  listen(channel: string, onNotify: (payload: string) => void): Promise<() => Promise<void>>;
  /** Rolls back the transactions that are still open. A second call does nothing more. */
  close(): Promise<void>;
}

/** The files of an embedded database. */
export interface DatabaseFolder {
  path: string;
  /**
   * Holds every query back until `work` is done; the files do not change meanwhile, and are as a crash would leave them: all
   * that is committed is in them.
   */
  hold<T>(work: () => Promise<T>): Promise<T>;
}
