import { setTimeout as wait } from "node:timers/promises";
import {
  noErrorFields,
  toReasonColumn,
} from "#lib/generation/attempt/attempt-error-fields.server.ts";
import type { AttemptLease } from "#lib/generation/attempt/attempt-lease.server.ts";
import type { RunContext } from "#lib/generation/store/run-context.server.ts";
import type { ArrivedImage, FiledImage } from "#lib/generation/store/store-image.server.ts";
import { AppError, isAppError } from "#lib/platform/errors.ts";
import { describeError, log } from "#lib/platform/log/log.server.ts";
import type { Spool } from "#lib/storage/spool/spool.server.ts";
import { english } from "#messages/english.server.ts";
import { because, type Reason } from "#messages/reason.ts";
import { tellReason } from "#messages/tell-reason.ts";

type SpoolContext = Pick<RunContext, "spool" | "spoolAgainMs">;

interface Arrival {
  lease: AttemptLease;
  image: ArrivedImage;
  /** The same picture on its way to its place. */
  filing: Promise<FiledImage>;
}

/**
 * Brings a picture where it survives a crash: into the spool or, while that refuses it, right into its place. These
 * bytes are paid for: as long as the disk takes them nowhere they wait in memory, are tried again, and the screen says so.
 */
export async function bringToSafety(
  { spool, spoolAgainMs: againMs = 5_000 }: SpoolContext,
  { lease, image, filing }: Arrival,
): Promise<"spooled" | "filed"> {
  const error = await trySpooling(spool, { lease, image });
  if (!error) return "spooled";

  const wait = { reason: reasonOf(error), seconds: againMs / 1_000 };
  await lease.tell(() =>
    image.bytes
      ? {
          errorCode: "storage_unavailable",
          errorReason: toReasonColumn(because("waits_in_memory", wait)),
        }
      : {
          errorCode: "picture_unavailable",
          errorReason: toReasonColumn(because("address_waits_in_memory", wait)),
        },
  );
  const place = await waitForPlace(spool, { lease, image, filing, againMs });
  await lease.tell(() => noErrorFields);
  return place;
}

/** Brings it into the spool however long that takes: there is no other place for it. */
export async function spoolAtLast(
  { spool, spoolAgainMs: againMs = 5_000 }: SpoolContext,
  arrival: Pick<Arrival, "lease" | "image">,
): Promise<void> {
  while (await trySpooling(spool, arrival)) await wait(againMs);
}

/**
 * Waits for the filing of a picture that came as an address. What was fetched and finds no place is kept with its bytes, for
 * the address may have expired by the time there is one: as one that arrived is, or by one try where nothing may wait for it.
 */
export async function keepFetched(
  context: SpoolContext,
  { canWait, ...arrival }: Arrival & { canWait: boolean },
): Promise<FiledImage> {
  try {
    return await arrival.filing;
  } catch (error) {
    if (!arrival.image.bytes) throw error;

    if (canWait) await bringToSafety(context, arrival);
    else await spoolFetched(context, arrival);
    throw error;
  }
}

async function spoolFetched({ spool }: SpoolContext, arrival: Arrival): Promise<void> {
  const error = await trySpooling(spool, arrival);
  if (!error) return;

  const reason = because("fetched_not_saved", { reason: reasonOf(error) });
  throw new AppError("storage_unavailable", tellReason(reason, english), { reason, cause: error });
}

async function waitForPlace(
  spool: Spool,
  { lease, image, filing, againMs }: Arrival & { againMs: number },
): Promise<"spooled" | "filed"> {
  let isFiled = false;
  const filed = filing.then(
    () => {
      isFiled = true;
    },
    // That it found no place either is no reason to stop waiting.
    () => new Promise<void>(() => {}),
  );

  for (;;) {
    await Promise.race([filed, wait(againMs)]);
    if (isFiled) return "filed";
    if (!(await trySpooling(spool, { lease, image }))) return "spooled";
  }
}

/** Null when it is in the spool, and else why not. */
async function trySpooling(
  spool: Spool,
  { lease: { claim }, image: { index, words, bytes } }: Pick<Arrival, "lease" | "image">,
): Promise<unknown> {
  try {
    await spool.write(claim.id, index, { meta: words, ...(bytes ? { bytes } : {}) });
    return null;
  } catch (error) {
    log("error", "picture not spooled yet", {
      attempt: claim.id,
      generation: claim.generationId,
      error: describeError(error),
    });
    return error;
  }
}

function reasonOf(error: unknown): Reason {
  return (isAppError(error) && error.reason) || because("disk_refuses");
}
