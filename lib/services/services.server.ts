import { resolve } from "node:path";
import { localOwnerId } from "#lib/account/local-owner.ts";
import type { HealthView } from "#lib/contract/health-view.ts";
import { createEventHub, type EventHub } from "#lib/events/event-hub.server.ts";
import { createEventWaker } from "#lib/events/event-waker.server.ts";
import { checkGatewayEnv } from "#lib/gateways/connection/check-gateway-env.ts";
import type { Connection } from "#lib/gateways/connection/connection.ts";
import { defaultGateway } from "#lib/gateways/default-gateway.ts";
import type { Gateway } from "#lib/gateways/gateway.ts";
import type { GatewaysContext } from "#lib/gateways/gateways-context.ts";
import { prepareGateways } from "#lib/gateways/prepare-gateways.server.ts";
import { readGateways } from "#lib/gateways/read-gateways.server.ts";
import type { FailpointHook } from "#lib/generation/attempt/failpoint.ts";
import { createHealthCheck } from "#lib/health/create-health-check.server.ts";
import type { Uploads } from "#lib/images/upload/uploads.server.ts";
import type { Database } from "#lib/platform/database/database.server.ts";
import { retryWhileLost } from "#lib/platform/database/retry-while-lost.server.ts";
import type { Env } from "#lib/platform/env.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import { findNoFolder } from "#lib/platform/files/find-no-folder.server.ts";
import { makeFolder } from "#lib/platform/files/make-folder.server.ts";
import { log } from "#lib/platform/log/log.server.ts";
import { hideInLog } from "#lib/platform/log/logger.server.ts";
import { once } from "#lib/platform/once.ts";
import { readVersion } from "#lib/platform/read-version.server.ts";
import type { PushContext } from "#lib/push/push-context.ts";
import { type Push, startPush } from "#lib/push/start-push.server.ts";
import { type ConnectionTrial, openGateways } from "#lib/services/open-gateways.server.ts";
import { foldersOf, openStores, placesOf, type Stores } from "#lib/services/open-stores.server.ts";
import { openStudioDatabase } from "#lib/services/open-studio-database.server.ts";
import { openUploads } from "#lib/services/open-uploads.server.ts";
import { startQueue } from "#lib/services/start-queue.server.ts";
import { startUpkeep } from "#lib/services/start-upkeep.server.ts";
import { createSealer } from "#lib/settings/seal.server.ts";
import type { BlobStore } from "#lib/storage/blob-store.ts";
import type { PartialStore } from "#lib/storage/spool/partial-store.server.ts";
import type { Spool } from "#lib/storage/spool/spool.server.ts";
import { english } from "#messages/english.server.ts";
import { tellReason } from "#messages/tell-reason.ts";

/** Everything that the routes use, wired from the configuration. */
export interface Services {
  env: Env;
  /** Does nothing, unless a crash is being tried. */
  hitFailpoint: FailpointHook;
  database: Database;
  blobStore: BlobStore;
  partials: PartialStore;
  spool: Spool;
  /** Takes what is to go into generations. */
  uploads: Uploads;
  /** For what changes the gateways. */
  gatewaysContext: GatewaysContext;
  events: EventHub;
  /** Tells devices of presses that end. */
  push: Push;
  /** All gateways as they are configured now, those that were removed too, in the order of the list. */
  gateways(): Promise<Gateway[]>;
  /** Finds out about a gateway, by a connection that is only tried out; null without a key. */
  tryConnection(connection: Connection): ConnectionTrial | null;
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
  const sealer = createSealer({ secretKey: env.SECRET_KEY, dataDir });
  const gatewaysContext = { client, env, sealer };
  await retryWhileLost(() => prepareGateways(gatewaysContext));
  const waker = await createEventWaker(database);
  const gateways = openGateways({ env, readGateways: () => readGateways(gatewaysContext) });
  const runner = await startQueue({ env, database, stores, gateways, hitFailpoint });
  const events = createEventHub({ client, waker, ...toReadersMax(env) });
  const push = startPush(toPushContext(gatewaysContext, env), { userId: localOwnerId, waker });
  const stopUpkeep = startUpkeep(database, stores);
  const gateway = defaultGateway(await retryWhileLost(gateways.list));
  const description = describeStart({ database, stores, gateway });

  return register({
    env,
    hitFailpoint,
    database,
    blobStore: stores.blobStore,
    partials: stores.partials,
    spool: stores.spool,
    uploads: openUploads({ env, client, stores, dataDir }),
    gatewaysContext,
    events,
    push,
    gateways: gateways.list,
    tryConnection: gateways.tryOut,
    health: createHealthCheck({
      client,
      userId: localOwnerId,
      runner,
      ...placesOf(dataDir, stores),
      freeMbMin: env.DISK_FREE_MB_MIN,
      version: readVersion(),
    }),
    describe: () => description,
    close: once(async () => {
      events.close();
      await stopUpkeep();
      await push.close();
      await waker.close();
      const left = await runner.close({ graceMs: env.SHUTDOWN_SECONDS * 1_000 });
      if (left > 0) log("warn", "stopped with attempts in flight", { left });
      await gateways.close();
      await database.close();
    }),
  });
}

function toReadersMax({ EVENT_STREAMS_PER_USER_MAX, EVENT_STREAMS_MAX }: Env) {
  return { readersPerUserMax: EVENT_STREAMS_PER_USER_MAX, readersMax: EVENT_STREAMS_MAX };
}

function toPushContext({ client, sealer }: GatewaysContext, env: Env): PushContext {
  return { client, sealer, contact: env.PUSH_CONTACT, pushHosts: env.PUSH_HOSTS };
}

interface Started {
  database: Database;
  stores: Stores;
  gateway: Gateway | null;
}

function describeStart({ database, stores, gateway }: Started): string[] {
  return [
    `database  ${database.description}`,
    `gateway   ${gateway?.name ?? "none"}`,
    `files     ${stores.blobStore.description}`,
  ];
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
    const found = await findNoFolder(dataDir);
    throw new AppError(
      "storage_unavailable",
      found
        ? tellReason(found, english)
        : `The folder ${dataDir} cannot be made. Give this user the right to write there, or set DATA_DIR to another folder.`,
      { cause },
    );
  }
}
