import { EngineError, isEngineError } from "#lib/engine/engine-error.server.ts";
import type { EngineEvent, EngineInput, ImageEngine } from "#lib/engine/image-engine.ts";
import { noErrorFields } from "#lib/generation/attempt/attempt-error-fields.server.ts";
import { type AttemptLease, acquireLease } from "#lib/generation/attempt/attempt-lease.server.ts";
import type { AttemptChange } from "#lib/generation/attempt/change-attempt.server.ts";
import { type ClaimedAttempt, renewLease } from "#lib/generation/attempt/claim-attempt.server.ts";
import { endPause } from "#lib/generation/pause/end-pause.server.ts";
import { failWithoutImage } from "#lib/generation/run/fail-without-image.server.ts";
import {
  createPartialPublisher,
  type PartialPublisher,
} from "#lib/generation/run/partial-publisher.server.ts";
import { readInputs } from "#lib/generation/run/read-inputs.server.ts";
import { createImageStorer, type ImageStorer } from "#lib/generation/store/image-storer.server.ts";
import type { RunContext } from "#lib/generation/store/run-context.server.ts";
import { describeError, log } from "#lib/platform/log/log.server.ts";
import { toStorableText } from "#lib/platform/text/to-storable.ts";
import { because } from "#messages/reason.ts";

/**
 * Carries out one claimed attempt, from the moment before it is sent to its end. What goes wrong ends the attempt
 * truthfully, or leaves it to the recovery. Aborting `signal` hangs up.
 */
export async function runAttempt(
  context: RunContext,
  { claim, signal }: { claim: ClaimedAttempt; signal: AbortSignal },
): Promise<void> {
  context.hitFailpoint("claimed");
  const engine = await context.engine(claim.gatewayId);
  const lease = acquireLease(context.client, { claim, state: "claimed" });
  try {
    const isOurs = await lease.change({
      command: "send",
      set: (now) => ({
        sentAt: now,
        keyId: engine?.keyId ?? null,
        settleCount: engine?.findCharge ? 0 : null,
        // Before anything can arrive: whoever finds it later knows where to look.
        spoolFolder: context.folder.id,
        notBefore: null,
        // That of a refusal before is another request.
        requestId: null,
        ...noErrorFields,
      }),
      event: "attempt-started",
    });
    if (!isOurs) return;
    context.hitFailpoint("sending");
    if (engine) await askEngine(context, { lease, engine, signal });
    else {
      const error = noKeyError();
      await failWithoutImage(context, { lease, keyId: null, error, hasBegun: false, signal });
    }
  } finally {
    lease.release();
  }
}

interface Asked {
  lease: AttemptLease;
  engine: ImageEngine;
  signal: AbortSignal;
}

async function askEngine(context: RunContext, { lease, engine, signal }: Asked): Promise<void> {
  const storer = createImageStorer(context, { lease, engine });
  const publisher = createPartialPublisher(context, lease.claim);
  let error: unknown = null;
  let hasBegun = false;
  try {
    const { id: idempotencyKey, request } = lease.claim;
    const inputs = await prepareToSend(context, lease.claim);
    if (!inputs) return;

    const events = engine.generate(request, { inputs, signal, idempotencyKey });
    for await (const event of events) {
      hasBegun = true;
      await handleEvent(context, { event, lease, engine, storer, publisher });
    }
  } catch (thrown) {
    error = thrown;
  }

  // Not awaited here: a picture does not wait for its sketches to be cleared away.
  const isCleared = publisher.close();
  if (storer.count() > 0) await keepImages(lease, { storer, error });
  else await failWithoutImage(context, { lease, keyId: engine.keyId, error, hasBegun, signal });
  await isCleared;
}

/**
 * What goes along; null where the attempt is another's by now, who has said what became of it. Whatever fails here, nothing
 * has left.
 */
async function prepareToSend(
  context: RunContext,
  claim: ClaimedAttempt,
): Promise<EngineInput[] | null> {
  try {
    const inputs = await readInputs(context, claim.generationId);
    return (await renewLease(context.client, claim)) ? inputs : null;
  } catch (error) {
    if (isEngineError(error)) throw error;
    throw new EngineError(because("internal"), {
      sent: "no",
      charged: "no",
      code: "internal",
      cause: error,
    });
  }
}

async function keepImages(
  { claim }: AttemptLease,
  { storer, error }: { storer: ImageStorer; error: unknown },
): Promise<void> {
  if (error) {
    log("warn", "the answer ended badly after its picture", {
      attempt: claim.id,
      generation: claim.generationId,
      error: describeError(error),
    });
  }
  await storer.keepAll();
}

interface Handling {
  event: EngineEvent;
  lease: AttemptLease;
  engine: ImageEngine;
  storer: ImageStorer;
  publisher: PartialPublisher;
}

async function handleEvent(
  { hitFailpoint }: RunContext,
  { event, lease, engine, storer, publisher }: Handling,
): Promise<void> {
  switch (event.type) {
    case "started":
      await lease.change({
        command: "answer",
        isReading: true,
        set: (now) => ({
          receivedAt: now,
          requestId: event.requestId && toStorableText(event.requestId),
        }),
        ...endingPause(lease, engine),
      });
      hitFailpoint("receiving");
      return;
    case "partial":
      publisher.show(event);
      return;
    case "picture":
      publisher.stop();
      return storer.add(event);
    case "bill":
      return storer.bill(event.costMicros);
    default:
      return event satisfies never;
  }
}

/** The gateway let this one in: if its key was waiting, it waits no more. */
function endingPause({ claim }: AttemptLease, { keyId }: ImageEngine): Pick<AttemptChange, "also"> {
  if (keyId === null) return {};

  const { id: attemptId, userId } = claim;
  return { also: (transaction) => endPause(transaction, { attemptId, userId, keyId }) };
}

function noKeyError(): EngineError {
  return new EngineError(because("no_key"), {
    sent: "answered",
    charged: "no",
    code: "unauthorized",
  });
}
