import * as z from "zod";
import {
  attemptStateSchema,
  chargedSchema,
  generationStateSchema,
} from "#lib/contract/attempt-state.ts";
import { gatewayRefSchema } from "#lib/contract/gateway-view.ts";
import type { AttemptView, GenerationView } from "#lib/contract/generation-view.ts";
import { inputViewSchema } from "#lib/contract/input/input-view.ts";
import { storedRequestSchema } from "#lib/engine/image-request.ts";
import { gatewayRefSelect } from "#lib/gateways/gateway-ref-select.ts";
import { fetchTriedAtOf, imageUrlOf } from "#lib/generation/attempt/unfetched-image.ts";
import { imageSelect, toImageView } from "#lib/images/image-record.server.ts";
import { inputsSelect } from "#lib/images/inputs-select.ts";
import type { Prisma } from "#lib/platform/database/database.server.ts";
import { reasonSchema } from "#lib/platform/reason-schema.ts";
import { because, type Reason } from "#messages/reason.ts";

/** What is read of an attempt's row; `toAttemptView` makes the view of it. */
export const attemptSelect = {
  id: true,
  generationId: true,
  gatewayId: true,
  index: true,
  position: true,
  state: true,
  seed: true,
  notBefore: true,
  unsentCount: true,
  refusedCount: true,
  createdAt: true,
  claimedAt: true,
  sentAt: true,
  receivedAt: true,
  endedAt: true,
  stopRequestedAt: true,
  requestId: true,
  charged: true,
  errorCode: true,
  errorReason: true,
  errorDetail: true,
  errorField: true,
  estimatedCostMicros: true,
  actualCostMicros: true,
  retryOfId: true,
  settleCount: true,
  settleAt: true,
  settledAt: true,
  unfetched: true,
  answerBytes: true,
} satisfies Prisma.AttemptSelect;

/** What is read of a generation's row; `toGenerationView` makes the view of it. */
export const generationSelect = {
  id: true,
  batchId: true,
  state: true,
  prompt: true,
  parameters: true,
  model: true,
  gateway: { select: gatewayRefSelect },
  inputs: inputsSelect,
  sourceGenerationId: true,
  createdAt: true,
  endedAt: true,
  // A retry after what it repeats, wherever it stands in the queue: ids are UUIDv7.
  attempts: { select: attemptSelect, orderBy: [{ index: "asc" }, { id: "asc" }] },
  // Those in the trash as well: a tile says so.
  images: { select: imageSelect },
} satisfies Prisma.GenerationSelect;

type AttemptRecord = Prisma.AttemptGetPayload<{ select: typeof attemptSelect }>;
type GenerationRecord = Prisma.GenerationGetPayload<{ select: typeof generationSelect }>;

const inputsSchema = z.array(inputViewSchema);

/** The attempt as screens and HTTP see it. */
export function toAttemptView(record: AttemptRecord): AttemptView {
  const { errorCode, errorReason, errorDetail, errorField, unfetched, ...same } = record;
  // Of several pictures one that is here ends it: what is left over is fetched no more.
  const offered = record.state === "succeeded" ? null : unfetched;
  return {
    ...same,
    position: Number(record.position),
    state: attemptStateSchema.parse(record.state),
    notBefore: record.notBefore?.toISOString() ?? null,
    createdAt: record.createdAt.toISOString(),
    claimedAt: record.claimedAt?.toISOString() ?? null,
    receivedAt: record.receivedAt?.toISOString() ?? null,
    sentAt: record.sentAt?.toISOString() ?? null,
    endedAt: record.endedAt?.toISOString() ?? null,
    stopRequestedAt: record.stopRequestedAt?.toISOString() ?? null,
    settleAt: record.settleAt?.toISOString() ?? null,
    settledAt: record.settledAt?.toISOString() ?? null,
    imageUrl: imageUrlOf(offered),
    fetchTriedAt: fetchTriedAtOf(offered),
    charged: chargedSchema.nullable().parse(record.charged),
    error:
      errorCode === null
        ? null
        : {
            code: errorCode,
            reason: errorReason === null ? reasonOf(record) : reasonSchema.parse(errorReason),
            detail: errorDetail,
            field: errorField,
          },
  };
}

/** A restore knows only the columns that the backup has, and says no more than the code. */
function reasonOf({ state, errorCode }: AttemptRecord): Reason {
  if (errorCode !== "restored") return because("said", { said: `${errorCode}` });
  return because(state === "canceled" ? "restored_waiting" : "restored_working");
}

/** The generation as screens and HTTP see it. */
export function toGenerationView(record: GenerationRecord): GenerationView {
  // Those of one answer stand as each finds its place: their ids say nothing of their order.
  const places = new Map(record.attempts.map(({ id }, place) => [id, place]));
  const placeOf = ({ attemptId }: { attemptId: string }) => places.get(attemptId) ?? 0;
  const images = record.images.toSorted(
    (one, other) => placeOf(one) - placeOf(other) || one.index - other.index,
  );
  return {
    ...record,
    state: generationStateSchema.parse(record.state),
    parameters: storedRequestSchema.parse(record.parameters),
    gateway: gatewayRefSchema.parse(record.gateway),
    inputs: inputsSchema.parse(record.inputs),
    createdAt: record.createdAt.toISOString(),
    endedAt: record.endedAt?.toISOString() ?? null,
    attempts: record.attempts.map(toAttemptView),
    images: images.map(toImageView),
  };
}
