import type { ImageRequest } from "#lib/engine/image-request.ts";

/** What the composer holds, as its fields hold it: text, where "" is "not set". */
export type ComposerDraft = Record<DraftField, string>;

export type DraftField = keyof ImageRequest;

export const emptyDraft: ComposerDraft = {
  prompt: "",
  model: "",
  n: "",
  size: "",
  quality: "",
  response_format: "",
  output_format: "",
  aspect_ratio: "",
  resolution: "",
  output_compression: "",
  background: "",
  moderation: "",
  partial_images: "",
  seed: "",
  guidance_scale: "",
  watermark: "",
  sequential_image_generation: "",
  frame_count: "",
  frame_duration_ms: "",
  complexity: "",
  safety_identifier: "",
  extra: "",
};

/** The draft that would make a request again. */
export function draftOf(request: Partial<ImageRequest>): ComposerDraft {
  return fillDraft(request);
}

/** The draft in stored or foreign data; a field that is missing or strange is not set. */
export function readDraft(data: unknown): ComposerDraft {
  return typeof data === "object" && data !== null ? fillDraft(data) : emptyDraft;
}

function fillDraft(values: object): ComposerDraft {
  const draft = { ...emptyDraft };
  const known = new Map(Object.entries(values));
  for (const field of draftFields()) {
    const value: unknown = known.get(field);
    if (["string", "number", "boolean"].includes(typeof value)) draft[field] = String(value);
    else if (field === "extra" && value) draft[field] = JSON.stringify(value);
  }
  return draft;
}

/** Typed keys; `Object.keys` alone knows strings only. */
export function draftFields(): DraftField[] {
  const fields: DraftField[] = [];
  for (const field in emptyDraft) if (isDraftField(field)) fields.push(field);
  return fields;
}

/** Whether a name, as of an error, is a field of the composer. */
export function isDraftField(name: string): name is DraftField {
  return Object.hasOwn(emptyDraft, name);
}
