import type { Env } from "#lib/platform/env.server.ts";

/** What runs beside the pages and must be told when the process ends. */
export interface RunningServices {
  /** For people, a line each: which database, which engine, where the files are. */
  describe(): string[];
  /** Ends the event streams, waits for what is in flight, and closes the database. */
  close(): Promise<void>;
}

/**
 * The process around the pages, which owns the socket and the signals (`scripts/serve.ts`). It gives
 * `instrumentation.ts` the settings, and hears from it how the start went.
 */
export interface ServerHost {
  env: Env;
  /** Told of every failpoint by name; given only where crashes are tried (`npm run crash`). */
  hitFailpoint?: (point: string) => void;
  started(services: RunningServices): void;
  failed(error: unknown): void;
}

/** Next evaluates its own copy of every module, so the two halves meet on `globalThis`. */
const key = Symbol.for("atelier.server-host");

/** Announces the process to `instrumentation.ts`. */
export function setServerHost(host: ServerHost): void {
  Reflect.set(globalThis, key, host);
}

/** The process that serves these pages. Throws when it was not started by `scripts/serve.ts`. */
export function getServerHost(): ServerHost {
  const host: ServerHost | undefined = Reflect.get(globalThis, key);
  if (!host) throw new Error("Start the studio with `npm start` or `npm run dev`.");
  return host;
}
