import * as z from "zod";
import { holdsFile } from "../image/holds-file.ts";
import {
  type ImageFacts,
  type ImageItem,
  imageFactsSchema,
  lenientText,
} from "../image/image-response.ts";
import { imagesKeptMax } from "../parameters/image-limits.ts";
import { findImages } from "./find-images.ts";
import { isRecord } from "./is-record.ts";
import { holdsMessage, tellsFailure, tellsProgress } from "./tells-failure.ts";

/** A picture on its way: a sketch of what will come, not to be kept. */
export interface PartialImage {
  index: number | null;
  image: ImageItem;
}

/**
 * One step of a stream, the same for MeshAPI's `image.chunk` and OpenAI's `image_generation.*` events:
 * - `processing`: it is being made. The first one is the client's own, given as soon as the gateway answers 2xx;
 * - `partial`: sketches;
 * - `usage`: what was used, where that is told apart from the pictures: before, between or behind them;
 * - `completed`: finished pictures, in `data`. A stream of several pictures may have several. `leftOut` is how many more
 *   the gateway sent than are kept of one answer; of a stream, which is left then, at least so many.
 */
export type ImageChunk = ImageFacts & { requestId: string | null; data: ImageItem[] } & (
    | { status: "processing" }
    | { status: "usage" }
    | { status: "partial"; partials: PartialImage[] }
    | { status: "completed"; leftOut: number }
  );

const lenientFlag = z.boolean().nullish().catch(null);

const documentSchema = imageFactsSchema.extend({
  /** OpenAI's name of the event, as `image_generation.completed`. */
  type: lenientText,
  /** MeshAPI's, `image.chunk`. */
  object: lenientText,
  status: lenientText,
  partial_image_index: z.number().nullish().catch(null),
  is_partial: lenientFlag,
  is_final: lenientFlag,
});

export interface ReadDocumentOptions {
  requestId: string | null;
  /** Of the request, against which relative addresses are resolved. */
  requestUrl: string;
  /** The event's, where the document does not say its own. */
  eventName: string | null;
}

export interface ImageDocument {
  /** Its kind, as `image_generation.completed`; null where it does not say. */
  name: string | null;
  /** Null for one that is neither progress nor a picture. */
  chunk: ImageChunk | null;
  /** What is left where nothing better stands in any document: addresses by names that are those of what was sent, too. */
  lesser: (ImageChunk & { status: "completed" }) | null;
  /** How many pictures of it cannot be read. */
  unreadable: number;
  /** What it says in place of a picture; a message may be of a failure, or of what goes on. */
  says: "failure" | "message" | "progress" | null;
}

/**
 * Reads one document of JSON: a whole answer, or that of one event. Whatever carries a picture and is not called partial
 * counts as finished: a sketch kept by mistake is a blemish, a paid picture dropped is a loss.
 */
export function readImageDocument(
  json: unknown,
  { requestId, requestUrl, eventName }: ReadDocumentOptions,
): ImageDocument {
  const {
    type: ownType,
    object,
    status,
    partial_image_index,
    is_partial,
    is_final,
    ...facts
  } = readFacts(json);
  const type = ownType ?? eventName;
  const isSketch = isPartial({ type, status, partial_image_index, is_partial, is_final });
  const found = findImages(isSketch ? withoutPartialNames(json) : json, { requestUrl });
  const items = found.items.filter(holdsFile);
  const unreadable = found.unreadable + found.items.length - items.length;
  const common = { ...facts, requestId };
  const name = type ?? object ?? null;

  if (items.length === 0) {
    const says = isSketch ? "progress" : whatIsSaid(json, type);
    const isProgress = object === "image.chunk" && unreadable === 0;
    const step = isProgress ? ("processing" as const) : facts.usage ? ("usage" as const) : null;
    const chunk = step && { ...common, status: step, data: [] };
    const lesser =
      says || isSketch
        ? []
        : findImages(json, { requestUrl, takesSources: true }).items.filter(holdsFile);
    const data = lesser.slice(0, imagesKeptMax);
    return {
      name,
      chunk: says === "failure" ? null : chunk,
      lesser:
        data.length > 0
          ? { ...common, status: "completed", data, leftOut: lesser.length - data.length }
          : null,
      unreadable: isSketch ? 0 : unreadable,
      says,
    };
  }
  if (isSketch) {
    const partials = items.map((image) => ({ index: partial_image_index ?? null, image }));
    return {
      name,
      chunk: { ...common, status: "partial", data: [], partials },
      lesser: null,
      unreadable: 0,
      says: "progress",
    };
  }

  return {
    name,
    chunk: { ...common, status: "completed", data: items, leftOut: 0 },
    lesser: null,
    unreadable,
    says: null,
  };
}

function whatIsSaid(json: unknown, type: string | null): ImageDocument["says"] {
  if (type === "error" || tellsFailure(json)) return "failure";
  if (tellsProgress(json)) return "progress";
  return holdsMessage(json) ? "message" : null;
}

/** What the document says, or what it wraps: some nest the whole answer once more. */
function readFacts(json: unknown): z.infer<typeof documentSchema> {
  const wrapped = wrappers.flatMap((name) => {
    const inner = isRecord(json) ? json[name] : null;
    return isRecord(inner) ? [inner] : [];
  });
  const said = [...wrapped, ...(isRecord(json) ? [json] : [])].map(withoutNulls);
  const parsed = documentSchema.safeParse(Object.assign({}, ...said));
  return parsed.success ? parsed.data : {};
}

const wrappers = ["response", "result", "output", "data"];

function withoutNulls(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));
}

/** In a sketch, `partial_image_b64` is what is looked for. */
function withoutPartialNames(json: unknown): unknown {
  if (!isRecord(json)) return json;
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => [
      name.replace(/^partial_(?!image_index)/, ""),
      value,
    ]),
  );
}

/** BytePlus calls a finished picture among several `partial_succeeded`, and some say of the last the index it had. */
function isPartial({
  type,
  status,
  partial_image_index,
  is_partial,
  is_final,
}: Pick<
  z.infer<typeof documentSchema>,
  "type" | "status" | "partial_image_index" | "is_partial" | "is_final"
>): boolean {
  if (is_partial === true || is_final === false) return true;
  if (is_partial === false || is_final === true) return false;
  if (status === "partial" || /(^|[._])(partial|preview|intermediate)(_image)?$/.test(type ?? "")) {
    return true;
  }
  if (type && /[._](completed|done|succeeded)$/.test(type)) return false;
  if (status && /^(completed|succeeded|success|done|finished)$/i.test(status)) return false;
  return typeof partial_image_index === "number";
}
