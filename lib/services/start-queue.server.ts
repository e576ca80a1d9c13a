import { resolve } from "node:path";
import { localOwnerId } from "#lib/account/local-owner.ts";
import type { FailpointHook } from "#lib/generation/attempt/failpoint.ts";
import { clearPauses } from "#lib/generation/pause/clear-pauses.server.ts";
import { watchDisk } from "#lib/generation/pause/watch-disk.server.ts";
import { type Runner, startRunner } from "#lib/generation/run/runner.server.ts";
import type { RunContext } from "#lib/generation/store/run-context.server.ts";
import type { Database } from "#lib/platform/database/database.server.ts";
import { retryWhileLost } from "#lib/platform/database/retry-while-lost.server.ts";
import type { Env } from "#lib/platform/env.server.ts";
import { placesOf, type Stores } from "#lib/services/open-stores.server.ts";

const mb = 1024 * 1024;

interface StartQueueOptions {
  env: Env;
  database: Database;
  stores: Stores;
  gateways: { list: RunContext["gateways"]; fetchImage: RunContext["fetchImage"] };
  hitFailpoint: FailpointHook;
}

/** Starts the runner, after letting go on what a former key had to wait for. */
export async function startQueue({
  env,
  database,
  stores,
  gateways: { list: gateways, fetchImage },
  hitFailpoint,
}: StartQueueOptions): Promise<Runner> {
  const { client } = database;
  // A key may be another one than before: what the former had to wait for holds nothing up.
  await retryWhileLost(async () => {
    const keyIds = (await gateways()).flatMap(({ engine }) => engine?.keyId ?? []);
    await clearPauses(client, { userId: localOwnerId, clearing: { by: "start", keyIds } });
  });

  const dataDir = resolve(env.DATA_DIR);
  const hasRoom = watchDisk({
    client,
    freeSpace: placesOf(dataDir, stores).freeSpace,
    freeBytesMin: env.DISK_FREE_MB_MIN * mb,
  });
  return startRunner({
    database,
    context: {
      client,
      ...stores,
      gateways,
      fetchImage,
      engine: async (id) => (await gateways()).find((one) => one.id === id)?.engine ?? null,
      hasRoom,
      hitFailpoint,
      imageBytesMax: env.PICTURE_MB_MAX * mb,
      keptAnswerBytesMax: env.ANSWER_KEPT_MB_MAX * mb,
      decodeBytesMax: env.DECODE_MB_MAX && env.DECODE_MB_MAX * mb,
    },
  });
}
