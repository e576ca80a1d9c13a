import { createHash, randomInt } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import type { GenerationRequest } from "#lib/contract/generation-request.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import type { EngineModel, ImageEngine } from "#lib/engine/image-engine.ts";
import { seedMax } from "#lib/engine/request-limits.ts";
import { appendEvents } from "#lib/events/append-events.server.ts";
import { attemptsChannel } from "#lib/generation/attempt/change-attempt.server.ts";
import type { FailpointHook } from "#lib/generation/attempt/failpoint.ts";
import {
  generationSelect,
  toGenerationView,
} from "#lib/generation/attempt/generation-record.server.ts";
import { findModel } from "#lib/generation/find-model.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import { isUniqueViolation } from "#lib/platform/database/is-unique-violation.server.ts";
import { AppError } from "#lib/platform/errors.ts";

interface Submission {
  userId: string;
  /** The caller's key: the same key and body are the same generation. */
  idempotencyKey: string;
  request: GenerationRequest;
}

interface CreateContext {
  client: PrismaClient;
  engine: ImageEngine;
  hitFailpoint: FailpointHook;
}

interface Created {
  generation: GenerationView;
  /** False when this key had made it before. */
  isNew: boolean;
}

/**
 * Turns a press into a generation, its n attempts and its first event, in one transaction; when it resolves the
 * intent is durable. Throws `idempotency_key_reused` for another body under a known key, `invalid_request` for a
 * model that the engine does not offer or a source that is not the owner's.
 */
export async function createGeneration(
  { client, engine, hitFailpoint }: CreateContext,
  submission: Submission,
): Promise<Created> {
  const known = await findByKey(client, submission);
  if (known) return known;

  const model = await findModel(engine, submission.request.model);
  await checkSource(client, submission);
  try {
    const generation = await writeGeneration(
      { client, engine, hitFailpoint },
      { submission, model },
    );
    hitFailpoint("create-committed");
    return { generation, isNew: true };
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
  const record = await client.generation.findUnique({
    where: { userId_idempotencyKey: { userId, idempotencyKey } },
    select: { ...generationSelect, requestHash: true },
  });
  if (!record) return null;

  const { requestHash, ...generation } = record;
  if (requestHash === hashRequest(request)) {
    return { generation: toGenerationView(generation), isNew: false };
  }
  throw new AppError(
    "idempotency_key_reused",
    "This Idempotency-Key was used for another request. Send a new key with a new request.",
    { field: "Idempotency-Key" },
  );
}

async function checkSource(client: PrismaClient, { userId, request }: Submission): Promise<void> {
  const id = request.sourceGenerationId;
  if (!id) return;

  const source = await client.generation.findFirst({ where: { id, userId }, select: { id: true } });
  if (source) return;

  throw new AppError("invalid_request", "There is no generation with this id.", {
    field: "sourceGenerationId",
  });
}

function writeGeneration(
  { client, engine, hitFailpoint }: CreateContext,
  { submission, model }: { submission: Submission; model: EngineModel | null },
): Promise<GenerationView> {
  const { sourceGenerationId, ...parameters } = submission.request;
  const id = uuidv7();
  const seeds = chooseSeeds(submission.request, model);

  return client.$transaction(async (transaction) => {
    const record = await transaction.generation.create({
      data: {
        id,
        userId: submission.userId,
        idempotencyKey: submission.idempotencyKey,
        requestHash: hashRequest(submission.request),
        prompt: parameters.prompt,
        parameters,
        model: parameters.model ?? null,
        engine: engine.id,
        state: "queued",
        sourceGenerationId: sourceGenerationId ?? null,
        attempts: {
          createMany: {
            data: seeds.map((seed, index) => ({
              id: uuidv7(),
              index,
              seed,
              state: "queued",
              estimatedCostMicros: model?.pricePerImageMicros ?? null,
            })),
          },
        },
      },
      select: generationSelect,
    });
    const generation = toGenerationView(record);
    await transaction.$queryRaw`SELECT pg_notify(${attemptsChannel}, '')::text`;
    await appendEvents(transaction, {
      userId: submission.userId,
      events: [{ type: "generation-queued", generation }],
    });
    hitFailpoint("create-writing");
    return generation;
  });
}

/**
 * One seed a picture: seed, seed + 1, …; chosen by us and recorded where the model takes one and none, or -1
 * ("any"), was given; null where the model takes none.
 */
function chooseSeeds(request: GenerationRequest, model: EngineModel | null): (number | null)[] {
  const isGiven = request.seed !== undefined && request.seed >= 0;
  const takesSeed = isGiven || (model?.parameters.includes("seed") ?? false);
  const first = isGiven ? request.seed : randomInt(seedMax);

  return Array.from({ length: request.n ?? 1 }, (_, index) =>
    takesSeed && first !== undefined ? (first + index) % (seedMax + 1) : null,
  );
}

/** The same for the same fields in any order. */
function hashRequest(request: GenerationRequest): string {
  const sorted = Object.entries(request).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(sorted)).digest("hex");
}
