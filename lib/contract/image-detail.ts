import type { ImageView } from "#lib/contract/image-view.ts";
import type { ImageRequest } from "#lib/engine/image-request.ts";

/** A picture with all that its page tells of how it was made. */
export interface ImageDetail {
  image: ImageView;
  /** The request as it was asked for. */
  parameters: ImageRequest;
  model: string | null;
  engine: string;
  sourceGenerationId: string | null;
  sourceUrl: string | null;
  hash: string;
  requestId: string | null;
  seed: number | null;
  /** From the moment the request left to the picture being kept, in milliseconds; null when not known. */
  tookMs: number | null;
  estimatedCostMicros: number | null;
  actualCostMicros: number | null;
  /** The neighbours in the gallery's order. */
  newerId: string | null;
  olderId: string | null;
}
