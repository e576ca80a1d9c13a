import { v7 as uuidv7 } from "uuid";
import type { BatchRequest } from "#lib/contract/batch-request.ts";
import type { BatchView } from "#lib/contract/batch-view.ts";
import type { InputView } from "#lib/contract/input/input-view.ts";
import { appendEvents } from "#lib/events/append-events.server.ts";
import type { Gateway } from "#lib/gateways/gateway.ts";
import { attemptsChannel } from "#lib/generation/attempt/change-attempt.server.ts";
import type { FailpointHook } from "#lib/generation/attempt/failpoint.ts";
import { batchSelect, toBatchView } from "#lib/generation/batch/batch-record.server.ts";
import { type ChosenGateway, chooseGateways } from "#lib/generation/batch/choose-gateways.ts";
import { findInputs } from "#lib/generation/batch/find-inputs.server.ts";
import { hashRequest } from "#lib/generation/batch/hash-request.ts";
import { attemptsOf, generationOf, inputsOf } from "#lib/generation/batch/rows-of.ts";
import { bringToFront } from "#lib/generation/queue/order-queue.server.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import { isUniqueViolation } from "#lib/platform/database/is-unique-violation.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import { say } from "#messages/sentence.ts";

interface Submission {
  userId: string;
  /** The caller's key: the same key and body are the same batch. */
  idempotencyKey: string;
  request: BatchRequest;
}

interface CreateContext {
  client: PrismaClient;
  /** In the order of the list. */
  gateways: readonly Gateway[];
  hitFailpoint: FailpointHook;
}

interface Created {
  batch: BatchView;
  /** False when this key had made it before. */
  isNew: boolean;
}

/**
 * Turns a press into a batch, its generations, their attempts and first events, in one transaction; when it resolves the
 * intent is durable. Throws `idempotency_key_reused` for another body under a known key, `invalid_request` for a
 * gateway or a model that cannot be asked for, for a source or an input that is not the owner's, and for inputs that cannot be sent.
 */
export async function createBatch(
  context: CreateContext,
  submission: Submission,
): Promise<Created> {
  const { client, gateways, hitFailpoint } = context;
  const known = await findByKey(client, submission);
  if (known) return known;

  const chosen = await chooseGateways(gateways, submission.request.requests);
  await checkSources(client, submission);
  const { userId, request } = submission;
  const inputs = await findInputs(client, { userId, requests: request.requests, chosen });
  try {
    const batch = await writeBatch(context, { submission, chosen, inputs });
    hitFailpoint("create-committed");
    return { batch, isNew: true };
  } catch (error) {
    const winner = isUniqueViolation(error) ? await findByKey(client, submission) : null;
    if (winner) return winner;
    throw error;
  }
}

async function findByKey(
  client: PrismaClient,
  { userId, idempotencyKey, request }: Submission,
): Promise<Created | null> {
  const record = await client.batch.findUnique({
    where: { userId_idempotencyKey: { userId, idempotencyKey } },
    select: { ...batchSelect, requestHash: true },
  });
  if (!record) return null;

  if (record.requestHash === hashRequest(request)) {
    return { batch: toBatchView(record), isNew: false };
  }
  throw new AppError("idempotency_key_reused", say("refusals.keyReused"), {
    field: "Idempotency-Key",
  });
}

async function checkSources(client: PrismaClient, { userId, request }: Submission): Promise<void> {
  const asked = request.requests.map(({ sourceGenerationId }) => sourceGenerationId);
  const ids = asked.flatMap((id) => id ?? []);
  if (ids.length === 0) return;

  const where = { id: { in: ids }, userId };
  const sources = await client.generation.findMany({ where, select: { id: true } });
  const known = new Set(sources.map(({ id }) => id));
  const index = asked.findIndex((id) => id !== undefined && !known.has(id));
  if (index < 0) return;

  throw new AppError("invalid_request", say("refusals.noSource"), {
    field: `requests.${index}.sourceGenerationId`,
  });
}

interface Writing {
  submission: Submission;
  chosen: readonly ChosenGateway[];
  inputs: readonly InputView[][];
}

function writeBatch(
  { client, hitFailpoint }: CreateContext,
  { submission, chosen, inputs }: Writing,
): Promise<BatchView> {
  const { userId, idempotencyKey, request } = submission;
  const id = uuidv7();
  const rows = chosen.flatMap((one, index) => {
    const asked = request.requests[index];
    const generationId = uuidv7();
    return asked
      ? [{ ...one, userId, request: asked, generationId, inputs: inputs[index] ?? [] }]
      : [];
  });

  return client.$transaction(async (transaction) => {
    await transaction.batch.create({
      data: {
        id,
        userId,
        idempotencyKey,
        requestHash: hashRequest(request),
        kind: request.kind,
        spec: request.spec,
      },
      select: { id: true },
    });
    await transaction.generation.createMany({
      data: rows.map((row) => ({ ...generationOf(row), batchId: id })),
    });
    await transaction.attempt.createMany({ data: rows.flatMap(attemptsOf) });
    const moved = rows.filter(({ request: { toFront } }) => toFront).map((row) => row.generationId);
    const reordered = await bringToFront(transaction, { userId, moved });
    const inputRows = rows.flatMap(inputsOf);
    if (inputRows.length > 0) await transaction.input.createMany({ data: inputRows });
    await transaction.$queryRaw`SELECT pg_notify(${attemptsChannel}, '')::text`;
    const record = await transaction.batch.findUniqueOrThrow({
      where: { id },
      select: batchSelect,
    });
    const batch = toBatchView(record);
    await appendEvents(transaction, {
      userId,
      events: [
        ...batch.generations.map(
          (generation) => ({ type: "generation-queued", generation }) as const,
        ),
        ...reordered,
      ],
    });
    hitFailpoint("create-writing");
    return batch;
  });
}
