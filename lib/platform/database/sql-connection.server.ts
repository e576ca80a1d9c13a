/** One connection, a `pg.Client` or PGlite itself, behind the two calls that migrating, backups and restores need. */
export interface SqlConnection {
  query(sql: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  /** Several statements in one string. */
  execute(script: string): Promise<void>;
}

/** A connection of one's own, beside the studio's. */
export interface OwnSqlConnection extends SqlConnection {
  /** For people: which database, and where; never a password. */
  description: string;
  close(): Promise<void>;
}
