import { resolve } from "node:path";
import { localOwnerId } from "#lib/account/local-owner.ts";
import type { HealthView } from "#lib/contract/health-view.ts";
import type { ImageEngine } from "#lib/engine/image-engine.ts";
import { createEventHub, type EventHub } from "#lib/events/event-hub.server.ts";
import { createEventWaker } from "#lib/events/event-waker.server.ts";
import type { FailpointHook } from "#lib/generation/attempt/failpoint.ts";
import { createHealthCheck } from "#lib/health/create-health-check.server.ts";
import type { Database } from "#lib/platform/database/database.server.ts";
import { retryWhileLost } from "#lib/platform/database/retry-while-lost.server.ts";
import type { Env } from "#lib/platform/env.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import { makeFolder } from "#lib/platform/files/make-folder.server.ts";
import { log } from "#lib/platform/log/log.server.ts";
import { hideInLog } from "#lib/platform/log/logger.server.ts";
import { once } from "#lib/platform/once.ts";
import { readVersion } from "#lib/platform/read-version.server.ts";
import { createEngines, type GatewayTrial } from "#lib/services/create-engines.server.ts";
import { foldersOf, openStores } from "#lib/services/open-stores.server.ts";
import { openStudioDatabase } from "#lib/services/open-studio-database.server.ts";
import { startQueue } from "#lib/services/start-queue.server.ts";
import { startUpkeep } from "#lib/services/start-upkeep.server.ts";
import { checkGatewayEnv } from "#lib/settings/check-gateway-env.ts";
import type { GatewaySettings } from "#lib/settings/gateway.ts";
import { readGatewaySettings } from "#lib/settings/gateway-settings.server.ts";
import { openSettings } from "#lib/settings/open-settings.server.ts";
import type { Sealer } from "#lib/settings/seal.server.ts";
import type { BlobStore } from "#lib/storage/blob-store.ts";
import type { PartialStore } from "#lib/storage/spool/partial-store.server.ts";

/** Everything that the routes use, wired from the configuration. */
export interface Services {
  env: Env;
  /** Does nothing, unless a crash is being tried. */
  hitFailpoint: FailpointHook;
  database: Database;
  blobStore: BlobStore;
  partials: PartialStore;
  sealer: Sealer;
  events: EventHub;
  /** The engine that serves new generations now: the gateway if it has a key, else the painter. */
  engine(): Promise<ImageEngine>;
  /** Finds out about a gateway, by settings that are only tried out; null without a key. */
  tryGateway(settings: GatewaySettings): GatewayTrial | null;
  /** What an operator may have to mend. */
  health(): Promise<HealthView>;
  /** Lines for the start: database, engine, files. */
  describe(): string[];
  /** Ends the streams, waits for what is in flight, and closes the database. A second call does nothing. */
  close(): Promise<void>;
}

interface ServicesOptions {
  env: Env;
  /** Told of every failpoint; nobody is, but where crashes are tried. */
  hitFailpoint?: FailpointHook | undefined;
}

const passBy: FailpointHook = () => {};

/** Opens the database and the stores, and starts the runner. Throws an `AppError` that says what to do. */
export async function startServices({
  env,
  hitFailpoint = passBy,
}: ServicesOptions): Promise<Services> {
  checkGatewayEnv(env);
  const dataDir = resolve(env.DATA_DIR);
  await makeDataDir(dataDir);
  const database = await openStudioDatabase({ databaseUrl: env.DATABASE_URL, dataDir });
  const { client } = database;

  const stores = await openStores(foldersOf(dataDir));
  if (env.SECRET_KEY) hideInLog(env.SECRET_KEY);
  const settings = await openSettings({ client, env, userId: localOwnerId, dataDir });
  const waker = await createEventWaker(database);
  const engines = createEngines({
    env,
    readSettings: () => readGatewaySettings(settings),
  });
  const runner = await startQueue({ env, database, stores, engine: engines.byId, hitFailpoint });
  const events = createEventHub({
    client,
    waker,
    readersPerUserMax: env.EVENT_STREAMS_PER_USER_MAX,
    readersMax: env.EVENT_STREAMS_MAX,
  });
  const stopUpkeep = startUpkeep(database);
  const description = [
    `database  ${database.description}`,
    `engine    ${(await retryWhileLost(engines.current)).name}`,
    `files     ${stores.blobStore.description}`,
  ];

  return register({
    env,
    hitFailpoint,
    database,
    blobStore: stores.blobStore,
    partials: stores.partials,
    sealer: settings.sealer,
    events,
    engine: engines.current,
    tryGateway: engines.tryGateway,
    health: createHealthCheck({
      client,
      userId: localOwnerId,
      runner,
      folders: foldersOf(dataDir),
      freeMbMin: env.DISK_FREE_MB_MIN,
      version: readVersion(),
    }),
    describe: () => description,
    close: once(async () => {
      events.close();
      await stopUpkeep();
      await waker.close();
      const left = await runner.close({ graceMs: env.SHUTDOWN_SECONDS * 1_000 });
      if (left > 0) log("warn", "stopped with attempts in flight", { left });
      await engines.close();
      await database.close();
    }),
  });
}

/** Next evaluates a module more than once: what there is one of in the process is kept here. */
const registryKey = Symbol.for("atelier.services");
const registry: typeof globalThis & { [registryKey]?: Services } = globalThis;

function register(started: Services): Services {
  registry[registryKey] = started;
  return started;
}

/** The services of the process. Throws `unavailable` while the studio is still starting. */
export function services(): Services {
  const started = registry[registryKey];
  if (started) return started;

  throw new AppError("unavailable", "Atelier is still starting. Try again in a moment.");
}

async function makeDataDir(dataDir: string): Promise<void> {
  try {
    await makeFolder(dataDir);
  } catch (cause) {
    throw new AppError(
      "storage_unavailable",
      `The folder ${dataDir} cannot be made. Give this user the right to write there, or set DATA_DIR to another folder.`,
      { cause },
    );
  }
}
