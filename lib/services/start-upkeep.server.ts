import { pruneHourly } from "#lib/events/prune-hourly.server.ts";
import type { Database } from "#lib/platform/database/database.server.ts";
import { keepInShape } from "#lib/platform/database/keep-in-shape.server.ts";

/** Forgets old events and keeps the embedded database in shape, in the background; answers what stops both, when they are at rest. */
export function startUpkeep(database: Database): () => Promise<unknown> {
  const stops = [pruneHourly(database.client), keepInShape(database)];
  return () => Promise.all(stops.map((stop) => stop()));
}
