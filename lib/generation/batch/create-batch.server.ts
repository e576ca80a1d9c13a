import { createHash } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import type { BatchRequest, GenerationRequest } from "#lib/contract/batch-request.ts";
import type { BatchView } from "#lib/contract/batch-view.ts";
import type { EngineModel, ImageEngine } from "#lib/engine/image-engine.ts";
import { appendEvents } from "#lib/events/append-events.server.ts";
import { attemptsChannel } from "#lib/generation/attempt/change-attempt.server.ts";
import type { FailpointHook } from "#lib/generation/attempt/failpoint.ts";
import { batchSelect, toBatchView } from "#lib/generation/batch/batch-record.server.ts";
import { chooseSeeds } from "#lib/generation/batch/choose-seeds.ts";
import { findModels } from "#lib/generation/batch/find-models.ts";
import type { Prisma, PrismaClient } from "#lib/platform/database/database.server.ts";
import { isUniqueViolation } from "#lib/platform/database/is-unique-violation.server.ts";
import { AppError } from "#lib/platform/errors.ts";

interface Submission {
  userId: string;
  /** The caller's key: the same key and body are the same batch. */
  idempotencyKey: string;
  request: BatchRequest;
}

interface CreateContext {
  client: PrismaClient;
  engine: ImageEngine;
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
 * model that the engine does not offer or a source that is not the owner's.
 */
export async function createBatch(
  context: CreateContext,
  submission: Submission,
): Promise<Created> {
  const { client, engine, hitFailpoint } = context;
  const known = await findByKey(client, submission);
  if (known) return known;

  const models = await findModels(engine, submission.request.requests);
  await checkSources(client, submission);
  try {
    const batch = await writeBatch(context, { submission, models });
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
  throw new AppError(
    "idempotency_key_reused",
    "This Idempotency-Key was used for another request. Send a new key with a new request.",
    { field: "Idempotency-Key" },
  );
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

  throw new AppError("invalid_request", "There is no generation with this id.", {
    field: `requests.${index}.sourceGenerationId`,
  });
}

function writeBatch(
  { client, engine, hitFailpoint }: CreateContext,
  { submission, models }: { submission: Submission; models: readonly (EngineModel | null)[] },
): Promise<BatchView> {
  const { userId, idempotencyKey, request } = submission;
  const id = uuidv7();
  const rows = request.requests.map((one, index) => ({
    request: one,
    generationId: uuidv7(),
    model: models[index] ?? null,
  }));

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
      data: rows.map(({ generationId, request: { sourceGenerationId, ...parameters } }) => ({
        id: generationId,
        userId,
        batchId: id,
        prompt: parameters.prompt,
        parameters,
        model: parameters.model ?? null,
        engine: engine.id,
        state: "queued",
        sourceGenerationId: sourceGenerationId ?? null,
      })),
    });
    await transaction.attempt.createMany({
      data: rows.flatMap((row) => attemptsOf({ userId, paid: engine.paid }, row)),
    });
    await transaction.$queryRaw`SELECT pg_notify(${attemptsChannel}, '')::text`;
    const record = await transaction.batch.findUniqueOrThrow({
      where: { id },
      select: batchSelect,
    });
    const batch = toBatchView(record);
    await appendEvents(transaction, {
      userId,
      events: batch.generations.map((generation) => ({ type: "generation-queued", generation })),
    });
    hitFailpoint("create-writing");
    return batch;
  });
}

function attemptsOf(
  common: { userId: string; paid: boolean },
  {
    generationId,
    request,
    model,
  }: { generationId: string; request: GenerationRequest; model: EngineModel | null },
): Prisma.AttemptCreateManyInput[] {
  return chooseSeeds(request, model).map((seed, index) => ({
    ...common,
    id: uuidv7(),
    generationId,
    index,
    seed,
    state: "queued",
    estimatedCostMicros: model?.pricePerImageMicros ?? null,
  }));
}

/** The same for the same fields in any order. */
function hashRequest(request: BatchRequest): string {
  const text = JSON.stringify(request, (_name, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  return createHash("sha256").update(text).digest("hex");
}
