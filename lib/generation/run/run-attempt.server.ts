import { EngineError, type EngineEvent, type ImageEngine } from "#lib/engine/image-engine.ts";
import type { AttemptChange } from "#lib/generation/attempt/change-attempt.server.ts";
import type { ClaimedAttempt } from "#lib/generation/attempt/claim-attempt.server.ts";
import { type HeldAttempt, holdAttempt } from "#lib/generation/attempt/held-attempt.server.ts";
import { endPause } from "#lib/generation/pause/end-pause.server.ts";
import { endWithoutImage } from "#lib/generation/run/end-without-image.server.ts";
import {
  createPartialPublisher,
  type PartialPublisher,
} from "#lib/generation/run/partial-publisher.server.ts";
import { createImageKeeper, type ImageKeeper } from "#lib/generation/store/image-keeper.server.ts";
import type { RunContext } from "#lib/generation/store/run-context.server.ts";
import { describeError, log } from "#lib/platform/log/log.server.ts";

/**
 * Carries out one claimed attempt, from the moment before it is sent to its end. What goes wrong ends the attempt
 * truthfully, or leaves it to the recovery. Aborting `signal` hangs up.
 */
export async function runAttempt(
  context: RunContext,
  { claim, signal }: { claim: ClaimedAttempt; signal: AbortSignal },
): Promise<void> {
  context.reach("claimed");
  const engine = await context.engine(claim.engine);
  const held = holdAttempt(context.client, { claim, paid: engine?.paid ?? true, state: "claimed" });
  try {
    const isOurs = await held.change({
      command: "send",
      set: (now) => ({
        sentAt: now,
        keyId: engine?.keyId ?? null,
        settleCount: engine?.findCharge ? 0 : null,
        // Before anything can arrive: whoever finds it later knows where to look.
        spoolFolder: context.folder.id,
        notBefore: null,
        errorCode: null,
        errorMessage: null,
        errorDetail: null,
        errorField: null,
      }),
      event: "attempt-started",
    });
    if (!isOurs) return;
    context.reach("sending");
    if (engine) await askEngine(context, { held, engine, signal });
    else await endWithoutImage(context, { held, keyId: null, error: noKeyError(), signal });
  } finally {
    held.letGo();
  }
}

interface Asked {
  held: HeldAttempt;
  engine: ImageEngine;
  signal: AbortSignal;
}

async function askEngine(context: RunContext, { held, engine, signal }: Asked): Promise<void> {
  const keeper = createImageKeeper(context, { held, engine });
  const publisher = createPartialPublisher(context, held.claim);
  let error: unknown = null;
  try {
    const events = engine.generate(held.claim.request, { signal, idempotencyKey: held.claim.id });
    for await (const event of events)
      await handleEvent(context, { event, held, engine, keeper, publisher });
  } catch (thrown) {
    error = thrown;
  }

  // Not awaited here: a picture does not wait for its sketches to be cleared away.
  const isCleared = publisher.close();
  if (keeper.count() > 0) await keepImages(held, { keeper, error });
  else await endWithoutImage(context, { held, keyId: engine.keyId, error, signal });
  await isCleared;
}

async function keepImages(
  { claim }: HeldAttempt,
  { keeper, error }: { keeper: ImageKeeper; error: unknown },
): Promise<void> {
  if (error) {
    log("warn", "the answer ended badly after its picture", {
      attempt: claim.id,
      generation: claim.generationId,
      error: describeError(error),
    });
  }
  await keeper.keepAll();
}

interface Handling {
  event: EngineEvent;
  held: HeldAttempt;
  engine: ImageEngine;
  keeper: ImageKeeper;
  publisher: PartialPublisher;
}

async function handleEvent(
  { reach }: RunContext,
  { event, held, engine, keeper, publisher }: Handling,
): Promise<void> {
  switch (event.type) {
    case "started":
      await held.change({
        command: "answer",
        set: (now) => ({ receivedAt: now, requestId: event.requestId }),
        ...endingPause(held, engine),
      });
      reach("receiving");
      return;
    case "partial":
      publisher.show(event.bytes);
      return;
    case "picture":
      publisher.stop();
      return keeper.add(event);
    default:
      return event satisfies never;
  }
}

/** The gateway let this one in: if its key was waiting, it waits no more. */
function endingPause({ claim }: HeldAttempt, { keyId }: ImageEngine): Pick<AttemptChange, "also"> {
  if (keyId === null) return {};

  const { id: attemptId, userId } = claim;
  return { also: (transaction) => endPause(transaction, { attemptId, userId, keyId }) };
}

function noKeyError(): EngineError {
  return new EngineError(
    "There is no gateway key any more. Enter one in Settings, then try again.",
    {
      sent: "answered",
      charged: "no",
      code: "unauthorized",
    },
  );
}
