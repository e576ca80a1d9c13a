import {
  generationSelect,
  toGenerationView,
} from "#lib/generation/attempt/generation-record.server.ts";
import { describeError, log } from "#lib/platform/log/log.server.ts";
import type { Watch } from "#lib/push/create-watch.ts";
import { readOwnKeys } from "#lib/push/own-keys.server.ts";
import type { PushContext } from "#lib/push/push-context.ts";
import { sendMessage } from "#lib/push/send-message.server.ts";
import { summarizePress } from "#lib/push/summarize-press.ts";
import { createWords } from "#messages/create-words.ts";
import { chooseLanguage, readMessages } from "#messages/languages.server.ts";

interface TellOptions {
  userId: string;
  watch: Pick<Watch, "wasWatching">;
  signal: AbortSignal;
}

const deviceSelect = {
  id: true,
  endpoint: true,
  p256dh: true,
  auth: true,
  language: true,
  createdAt: true,
} as const;

/**
 * Tells a user's devices of each press that has ended since they were told last, and within the hour: once, whichever process
 * comes first. What cannot be told now is not tried again, for a message that comes late is one that is not true any more.
 */
export async function tellDevices(
  context: PushContext,
  { userId, watch, signal }: TellOptions,
): Promise<void> {
  const { client } = context;
  const devices = await client.device.findMany({ where: { userId }, select: deviceSelect });
  if (devices.length === 0) return;

  for (const { id, at } of await claimEnded(context, userId)) {
    const records = await client.generation.findMany({
      where: { batchId: id, userId, deletedAt: null },
      orderBy: { id: "asc" },
      select: generationSelect,
    });
    const generations = records.map(toGenerationView);
    const told = devices.filter((one) => one.createdAt < at && !watch.wasWatching(one.id, at));
    await Promise.all(told.map((device) => tell(context, { device, generations, userId, signal })));
  }
}

type Device = { [Name in keyof typeof deviceSelect]: Name extends "createdAt" ? Date : string };

interface Told {
  device: Device;
  generations: ReturnType<typeof toGenerationView>[];
  userId: string;
  signal: AbortSignal;
}

async function tell(context: PushContext, { device, generations, userId, signal }: Told) {
  const { id, endpoint, p256dh, auth, language } = device;
  const words = createWords(language, readMessages(chooseLanguage(language)));
  const message = summarizePress(generations, words);
  if (!message) return;

  try {
    const { status, isGone } = await sendMessage(
      JSON.stringify(message),
      { endpoint, p256dh, auth },
      {
        ...context,
        keys: await readOwnKeys(context, userId),
        topic: message.tag.replaceAll("-", ""),
        signal,
      },
    );
    if (isGone) await context.client.device.deleteMany({ where: { id } });
    else if (status >= 300) log("warn", "a device was not told", { status });
  } catch (error) {
    if (!signal.aborted) log("warn", "a device was not told", { error: describeError(error) });
  }
}

/** Of the newest generations: what ended is among them, and the list is walked by its index. */
function claimEnded({ client }: PushContext, userId: string) {
  return client.$queryRaw<{ id: string; at: Date }[]>`
    WITH newest AS (
      SELECT "batchId", "endedAt" FROM "Generation"
      WHERE "userId" = ${userId}::uuid AND "deletedAt" IS NULL
      ORDER BY id DESC LIMIT 500
    ), ended AS (
      SELECT "batchId" AS id, max("endedAt") AS at FROM newest
      GROUP BY "batchId"
      HAVING bool_and("endedAt" IS NOT NULL) AND max("endedAt") > clock_timestamp() - interval '1 hour'
    )
    UPDATE "Batch" SET "toldAt" = ended.at FROM ended
    WHERE "Batch".id = ended.id AND ("Batch"."toldAt" IS NULL OR "Batch"."toldAt" < ended.at)
    RETURNING "Batch".id, ended.at`;
}
