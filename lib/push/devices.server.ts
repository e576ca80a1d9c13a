import { v7 as uuidv7 } from "uuid";
import * as z from "zod";
import { AppError } from "#lib/platform/errors.ts";
import { parsePushAddress } from "#lib/push/push-address.server.ts";
import type { PushContext } from "#lib/push/push-context.ts";
import type { MessageKey } from "#messages/messages.ts";
import { say } from "#messages/sentence.ts";

/** Devices of one user at most; one more takes the place of the oldest, which may be long gone. */
const devicesMax = 20;

/** What `PushSubscription.toJSON()` of a browser says. */
export const newDeviceSchema = z.object({
  endpoint: z
    .string("refusals.pushAddress" satisfies MessageKey)
    .max(2_000, "refusals.pushAddress" satisfies MessageKey),
  keys: z.object({
    /** An uncompressed point of P-256, 65 bytes, the first of them 4. */
    p256dh: z.string().regex(/^B[\w-]{86}$/, "refusals.pushKeys" satisfies MessageKey),
    auth: z.string().regex(/^[\w-]{22}$/, "refusals.pushKeys" satisfies MessageKey),
  }),
});

type NewDevice = z.infer<typeof newDeviceSchema>;

interface AddOptions {
  userId: string;
  device: NewDevice;
  language: string;
}

/** Adds a browser that asked to be told, or finds it again by its address; answers its id. */
export async function addDevice(
  { client, pushHosts }: Pick<PushContext, "client" | "pushHosts">,
  { userId, device: { endpoint, keys }, language }: AddOptions,
): Promise<string> {
  parsePushAddress(endpoint, { pushHosts });
  const told = { userId, ...keys, language };
  const { id } = await client.device.upsert({
    where: { endpoint },
    create: { id: uuidv7(), endpoint, ...told },
    update: told,
    select: { id: true },
  });

  const kept = await client.device.findMany({
    where: { userId },
    orderBy: { createdAt: "desc" },
    skip: devicesMax,
    select: { id: true },
  });
  await client.device.deleteMany({ where: { id: { in: kept.map((one) => one.id) } } });
  return id;
}

/** Tells it nothing more. Throws `not_found`. */
export async function removeDevice(
  { client }: Pick<PushContext, "client">,
  { userId, id }: { userId: string; id: string },
): Promise<void> {
  const { count } = await client.device.deleteMany({ where: { id, userId } });
  if (count === 0) throw new AppError("not_found", say("refusals.noDevice"));
}
