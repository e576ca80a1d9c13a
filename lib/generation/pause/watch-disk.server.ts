import { appendEvents } from "#lib/events/append-events.server.ts";
import { toReasonColumn } from "#lib/generation/attempt/attempt-error-fields.server.ts";
import { diskSubject } from "#lib/generation/attempt/pause-subject.ts";
import { changePauses } from "#lib/generation/pause/change-pauses.server.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import { isAppError } from "#lib/platform/errors.ts";
import { log } from "#lib/platform/log/log.server.ts";
import { because, type Reason } from "#messages/reason.ts";

const lookEveryMs = 2_000;
const megabyte = 1024 * 1024;

interface WatchDiskOptions {
  client: PrismaClient;
  /** Bytes that may still be written. Throws `storage_unavailable`. */
  freeSpace(): Promise<number>;
  /** Below so many nothing more is begun; 0 turns the watch off. */
  freeBytesMin: number;
}

/**
 * Watches whether there is room for what would be paid for. The function that it returns says so, looking every 2 s at
 * most; while there is none, everybody's queue is paused, which ends by itself. One caller at a time.
 */
export function watchDisk({
  client,
  freeSpace,
  freeBytesMin,
}: WatchDiskOptions): () => Promise<boolean> {
  // Of the process before us there may be a pause: the first look always writes.
  let hadRoom: boolean | null = null;
  let lookedAt = 0;

  const look = async () => {
    const problem = freeBytesMin > 0 ? await problemOf(freeSpace, freeBytesMin) : null;
    const hasRoom = problem === null;
    if (hasRoom !== hadRoom) await tell(client, problem);
    if (!hasRoom && hadRoom !== false) log("warn", "the queue waits for room on the disk");
    hadRoom = hasRoom;
    lookedAt = performance.now();
  };
  return async () => {
    if (hadRoom === null || performance.now() - lookedAt >= lookEveryMs) await look();
    return hadRoom ?? false;
  };
}

/** Why nothing may be begun, for people; null when there is room. */
async function problemOf(
  freeSpace: () => Promise<number>,
  freeBytesMin: number,
): Promise<Reason | null> {
  try {
    const free = await freeSpace();
    if (free >= freeBytesMin) return null;

    return because("disk_low", {
      free: Math.floor(free / megabyte),
      needed: Math.floor(freeBytesMin / megabyte),
    });
  } catch (error) {
    // Where not even this can be asked, a picture would find no place.
    if (isAppError(error))
      return because("disk_unknown", { reason: error.reason ?? error.message });
    throw error;
  }
}

async function tell(client: PrismaClient, problem: Reason | null): Promise<void> {
  const users = await client.user.findMany({ select: { id: true } });
  for (const { id: userId } of users) {
    const pause = { userId, subject: diskSubject };
    await client.$transaction(async (transaction) => {
      const events = await changePauses(transaction, userId, () =>
        problem === null
          ? transaction.pause.deleteMany({ where: pause })
          : transaction.pause.createMany({
              data: [{ ...pause, code: "disk_full", reason: toReasonColumn(problem), until: null }],
              skipDuplicates: true,
            }),
      );
      await appendEvents(transaction, { userId, events });
    });
  }
}
