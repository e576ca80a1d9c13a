import * as z from "zod";
import { isAppError } from "#lib/platform/errors.ts";
import { log } from "#lib/platform/log/log.server.ts";
import { makeVapidKey, readVapidKeys, type VapidKeys } from "#lib/push/message/vapid-keys.ts";
import type { PushContext } from "#lib/push/push-context.ts";

const key = "push-key";
const rowSchema = z.object({ sealed: z.string() });

type KeysContext = Pick<PushContext, "client" | "sealer">;

/**
 * The pair of keys by which push services know what is sent for a user; made when it is first asked for, and sealed. One that
 * cannot be opened any more is made anew: the devices that subscribed with it cannot be told, and are forgotten.
 */
export async function readOwnKeys(context: KeysContext, userId: string): Promise<VapidKeys> {
  const kept = await openKept(context, userId);
  if (kept !== null) return readVapidKeys(kept);

  const value = { sealed: context.sealer.seal(makeVapidKey(), purposeOf(userId)) };
  const data = [{ userId, key, value }];
  // Of two that make one at once, both go on with the first.
  await context.client.setting.createMany({ data, skipDuplicates: true });
  const made = await openKept(context, userId);
  if (made === null) throw new TypeError("the key that was just made is not there");
  return readVapidKeys(made);
}

async function openKept({ client, sealer }: KeysContext, userId: string): Promise<string | null> {
  const where = { userId_key: { userId, key } };
  const row = await client.setting.findUnique({ where, select: { value: true } });
  if (!row) return null;

  try {
    return sealer.open(rowSchema.parse(row.value).sealed, purposeOf(userId));
  } catch (error) {
    if (!isAppError(error)) throw error;
    log("warn", "the key for messages to devices was sealed with another secret, and is made anew");
    await client.$transaction([
      client.device.deleteMany({ where: { userId } }),
      client.setting.deleteMany({ where: { userId, key } }),
    ]);
    return null;
  }
}

function purposeOf(userId: string): string {
  return `Setting of ${userId}: ${key}`;
}
