import * as z from "zod";
import {
  type ImageFacts,
  type ImageItem,
  imageFactsSchema,
  imageItemsSchema,
  pictureFieldsSchema,
  toImageItem,
} from "./image-response.ts";

/** A picture on its way: a sketch of what will come, not to be kept. */
export interface PartialPicture {
  index: number | null;
  picture: ImageItem;
}

/**
 * One step of a stream, the same for MeshAPI's `image.chunk` and OpenAI's `image_generation.*` events:
 * - `processing`: it is being made. The first one is the client's own, given as soon as the gateway answers 2xx;
 * - `partial`: sketches;
 * - `completed`: finished pictures, in `data`. A stream of several pictures may have several.
 */
export type ImageChunk = ImageFacts & { requestId: string | null; data: ImageItem[] } & (
    | { status: "processing" }
    | { status: "partial"; partials: PartialPicture[] }
    | { status: "completed" }
  );

const lenientText = z.string().nullish().catch(null);

const wireChunkSchema = imageFactsSchema.extend({
  ...pictureFieldsSchema.shape,
  /** OpenAI's name of the event, as `image_generation.completed`. */
  type: lenientText,
  /** MeshAPI's, `image.chunk`. */
  object: lenientText,
  status: lenientText,
  data: imageItemsSchema.nullish().catch(null),
  partial_image_index: z.number().nullish().catch(null),
  error: z.unknown().optional(),
});

/**
 * Reads the JSON of one event; null for one that is neither progress nor a picture. Whatever carries a picture and is
 * not called partial counts as finished: a sketch kept by mistake is a blemish, a paid picture dropped is a loss.
 */
export function parseImageChunk(
  json: unknown,
  requestId: string | null,
): ImageChunk | "failure" | null {
  const parsed = wireChunkSchema.safeParse(json);
  if (!parsed.success) return null;

  const { type, object, status, data, url, b64_json, revised_prompt, error, ...rest } = parsed.data;
  const { partial_image_index, ...facts } = rest;
  if (error || type === "error") return "failure";

  const single = toImageItem({ url, b64_json, revised_prompt });
  const pictures = [...(data ?? []), ...(single ? [single] : [])];
  const common = { ...facts, requestId };
  if (pictures.length === 0) {
    return object === "image.chunk" ? { ...common, status: "processing", data: [] } : null;
  }
  if (isPartial({ type, status, partial_image_index })) {
    const partials = pictures.map((picture) => ({ index: partial_image_index ?? null, picture }));
    return { ...common, status: "partial", data: [], partials };
  }

  return { ...common, status: "completed", data: pictures };
}

/** BytePlus calls a finished picture among several `partial_succeeded`. */
function isPartial({
  type,
  status,
  partial_image_index,
}: Pick<z.infer<typeof wireChunkSchema>, "type" | "status" | "partial_image_index">): boolean {
  return (
    typeof partial_image_index === "number" ||
    Boolean(type?.endsWith(".partial_image")) ||
    status === "partial"
  );
}
