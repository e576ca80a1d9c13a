import type { AttemptState, GenerationState } from "#lib/contract/attempt-state.ts";
import type { ImageView } from "#lib/contract/image-view.ts";
import type { ImageRequest } from "#lib/engine/image-request.ts";

/** One request to an engine, as the screens and the HTTP see it. Times are ISO 8601. */
export interface AttemptView {
  id: string;
  generationId: string;
  /** Which tile of the generation it fills, from 0. A retry has the index of the attempt it repeats. */
  index: number;
  /** The place in the queue: lower is earlier. */
  position: number;
  state: AttemptState;
  seed: number | null;
  /** It waits until then: a back-off, or the gateway's Retry-After. */
  notBefore: string | null;
  /** How often it came back proven unsent, and how often it was refused for now. */
  unsentCount: number;
  refusedCount: number;
  createdAt: string;
  claimedAt: string | null;
  sentAt: string | null;
  /** When the gateway answered. */
  receivedAt: string | null;
  endedAt: string | null;
  stopRequestedAt: string | null;
  requestId: string | null;
  charged: "no" | "likely" | "yes" | null;
  /**
   * Why it ended without a picture, or came back to the queue. In `storing`: why the picture, which is here and paid for,
   * is not in its place yet; it is tried again at `notBefore`.
   */
  error: AttemptError | null;
  /** Millionths of a US dollar; null when the price is not known. */
  estimatedCostMicros: number | null;
  actualCostMicros: number | null;
  retryOfId: string | null;
  /** How often the gateway was asked whether it was billed; null where it keeps no usage to ask. */
  settleCount: number | null;
  /** When it is asked next by itself. */
  settleAt: string | null;
  /** When the gateway said whether it was billed: `charged` and the cost are its word since. */
  settledAt: string | null;
  /** Where a picture can still be fetched that could not be until now: free, with "Fetch again". */
  imageUrl: string | null;
  /** What came in the place of a picture has so many bytes, at `/api/attempts/:id/answer`; null when nothing did. */
  answerBytes: number | null;
}

export interface AttemptError {
  /** An `EngineErrorCode`, or one of ours: `storage_unavailable`, `memory_short`, `decode_interrupted`, `other_folder`, `bad_picture`, `interrupted`, `restored`. */
  code: string;
  /** Safe to show, in whole sentences. */
  message: string;
  /** The gateway's raw words. */
  detail: string | null;
  /** The field of the request that the gateway named as wrong. */
  field: string | null;
}

/** One press of the button, with its attempts by index and its pictures by id. */
export interface GenerationView {
  id: string;
  state: GenerationState;
  prompt: string;
  /** The request as it was asked for. */
  parameters: ImageRequest;
  model: string | null;
  engine: "painter" | "gateway";
  sourceGenerationId: string | null;
  createdAt: string;
  endedAt: string | null;
  attempts: AttemptView[];
  images: ImageView[];
}
