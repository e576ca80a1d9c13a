import { expect, test } from "vitest";
import { type GalleryState, galleryReducer } from "#components/gallery/gallery-reducer.ts";
import { imageOf } from "#components/gallery/test-images.ts";

const deletedAt = "2026-11-22T12:00:00.000Z";

function stateOf(ids: string[], state: Partial<GalleryState> = {}): GalleryState {
  const images = ids.map((id) => imageOf({ id }));
  return { onlyFavorites: false, images, arrived: [], hasOlder: false, ...state };
}

function idsOf({ images, arrived }: GalleryState) {
  return { images: images.map(({ id }) => id), arrived: arrived.map(({ id }) => id) };
}

test("a new picture appears at once at the top, and waits where it would make the rest jump", () => {
  const image = imageOf({ id: "3" });
  const atTop = galleryReducer(stateOf(["2", "1"]), { type: "image-stored", image, isAtTop: true });
  expect(idsOf(atTop)).toEqual({ images: ["3", "2", "1"], arrived: [] });

  const below = galleryReducer(stateOf(["2", "1"]), {
    type: "image-stored",
    image,
    isAtTop: false,
  });
  expect(idsOf(below)).toEqual({ images: ["2", "1"], arrived: ["3"] });

  const shown = galleryReducer(below, { type: "arrived-shown" });
  expect(idsOf(shown)).toEqual({ images: ["3", "2", "1"], arrived: [] });
});

test("an event that comes twice changes nothing", () => {
  const image = imageOf({ id: "3" });
  const once = galleryReducer(stateOf(["2"]), { type: "image-stored", image, isAtTop: true });
  const twice = galleryReducer(once, { type: "image-stored", image, isAtTop: false });

  expect(idsOf(twice)).toEqual({ images: ["3", "2"], arrived: [] });
});

test("a deleted picture goes, and a restored one comes back to its place", () => {
  const gone = galleryReducer(stateOf(["3", "2", "1"]), {
    type: "image-changed",
    image: imageOf({ id: "2", deletedAt }),
  });
  expect(idsOf(gone).images).toEqual(["3", "1"]);

  const back = galleryReducer(gone, { type: "image-changed", image: imageOf({ id: "2" }) });
  expect(idsOf(back).images).toEqual(["3", "2", "1"]);
});

test("a restored picture that is older than what was loaded waits for its page", () => {
  const state = stateOf(["3", "2"], { hasOlder: true });
  const next = galleryReducer(state, { type: "image-changed", image: imageOf({ id: "1" }) });

  expect(idsOf(next).images).toEqual(["3", "2"]);
});

test("among the favourites only favourites are shown", () => {
  const state = { ...stateOf([]), onlyFavorites: true };
  const image = imageOf({ id: "1" });
  expect(galleryReducer(state, { type: "image-stored", image, isAtTop: true }).images).toEqual([]);

  const favorite = { ...image, isFavorite: true };
  const shown = galleryReducer(state, { type: "image-changed", image: favorite });
  expect(idsOf(shown).images).toEqual(["1"]);
  expect(galleryReducer(shown, { type: "image-changed", image }).images).toEqual([]);
});

test("a picture that was kept after a stop is not shown until it is asked for", () => {
  const hidden = imageOf({ id: "1", isHidden: true });
  const state = galleryReducer(stateOf([]), { type: "image-stored", image: hidden, isAtTop: true });
  expect(state.images).toEqual([]);

  const shown = galleryReducer(state, { type: "image-changed", image: imageOf({ id: "1" }) });
  expect(idsOf(shown).images).toEqual(["1"]);
});

test("the pictures of a deleted generation go, those that wait as well", () => {
  const arrived = [imageOf({ id: "9", generationId: "g9" })];
  const images = [imageOf({ id: "2", generationId: "g9" }), imageOf({ id: "1" })];
  const state = { ...stateOf([]), images, arrived };

  const next = galleryReducer(state, { type: "generation-deleted", generationId: "g9" });
  expect(idsOf(next)).toEqual({ images: ["1"], arrived: [] });
});

test("a page that overlaps with what is there adds what is missing", () => {
  const images = ["2", "1"].map((id) => imageOf({ id }));
  const next = galleryReducer(stateOf(["3", "2"], { hasOlder: true }), {
    type: "older-loaded",
    images,
    hasOlder: false,
  });

  expect(idsOf(next).images).toEqual(["3", "2", "1"]);
  expect(next.hasOlder).toBe(false);
});

test("a snapshot is right about the newest page, and keeps the older ones", () => {
  const next = galleryReducer(stateOf(["5", "4", "3", "2", "1"], { hasOlder: true }), {
    type: "snapshot-taken",
    images: ["6", "5", "3"].map((id) => imageOf({ id })),
    hasOlder: true,
  });

  expect(idsOf(next).images).toEqual(["6", "5", "3", "2", "1"]);
});

test("a snapshot that does not reach what is there replaces it: nothing may be missing between", () => {
  const next = galleryReducer(stateOf(["2", "1"]), {
    type: "snapshot-taken",
    images: ["9", "8"].map((id) => imageOf({ id })),
    hasOlder: true,
  });

  expect(idsOf(next).images).toEqual(["9", "8"]);
  expect(next.hasOlder).toBe(true);
});
