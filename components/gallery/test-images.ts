import type { ImageView } from "#lib/contract/image-view.ts";

/** A picture for tests; the ids of those that are newer are greater. */
export function imageOf(fields: Partial<ImageView> & Pick<ImageView, "id">): ImageView {
  return {
    generationId: "g1",
    attemptId: `attempt-${fields.id}`,
    index: 0,
    prompt: "a fox",
    revisedPrompt: null,
    width: 1024,
    height: 1024,
    type: "image/png",
    bytes: 1_000,
    thumbhash: "",
    delivered: {},
    isFavorite: false,
    isHidden: false,
    deletedAt: null,
    createdAt: "2026-11-22T12:00:00.000Z",
    ...fields,
  };
}
