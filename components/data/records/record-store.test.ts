import { describe, expect, test } from "vitest";
import {
  attemptOf,
  generationOf,
  imageOf,
  pauseOf,
} from "#components/data/records/test-records.ts";
import {
  deletedAt,
  ended,
  feedOf,
  openFeed,
  openGallery,
  stateOf,
  tell,
} from "#components/data/records/test-store.ts";
import { toFeedPage, toImagesPage } from "#components/data/records/to-page.ts";
import type { StudioEvent } from "#lib/contract/studio-event.ts";

describe("what is older than what is known", () => {
  const generations = [generationOf({ id: "g5" }), generationOf({ id: "g4" })];
  const page = (sequence: number) => toFeedPage({ generations, pauses: [], sequence });

  test("a page whose answer was slow does not take back what events have told meanwhile", () => {
    const store = openFeed(...generations);
    tell(store, 11, ended("g5"));
    tell(store, 12, { type: "generation-queued", generation: generationOf({ id: "g6" }) });
    store.takePage("feed", page(10));

    expect(feedOf(store)).toEqual(["g6", "g5", "g4"]);
    expect(stateOf(store, "g5")).toBe("succeeded");
    store.takePage("feed", page(12));
    expect(feedOf(store)).toEqual(["g5", "g4"]);
    expect(stateOf(store, "g5")).toBe("queued");
  });

  test("the replay of what a page has told is no news, but of what the page does not have", () => {
    const store = openFeed(...generations);
    store.takePage("feed", page(20));
    const news: string[] = [];
    store.subscribeToNews((event) => news.push("attempt" in event ? event.attempt.id : event.type));
    tell(store, 15, ended("g4"), { type: "pauses-changed", pauses: [pauseOf()] });
    expect(news).toEqual([]);
    tell(store, 17, { type: "generation-restored", generation: generationOf({ id: "g3" }) });
    expect(news).toEqual(["generation-restored"]);
    expect(feedOf(store)).toEqual(["g5", "g4", "g3"]);
  });

  test("older generations whose news came while they were read are read again", () => {
    const store = openFeed(...generations);
    tell(store, 11, ended("g3"));
    const older = (sequence: number) =>
      toFeedPage({ generations: [generationOf({ id: "g3" })], pauses: [], sequence }, true);

    expect(store.takePage("feed", older(10))).toBe(false);
    expect(feedOf(store)).toEqual(["g5", "g4"]);
    expect(store.takePage("feed", older(11))).toBe(true);
    expect(feedOf(store)).toEqual(["g5", "g4", "g3"]);
  });

  test("a picture of a generation that was deleted since does not come back", () => {
    const store = openGallery();
    tell(store, 12, { type: "generation-deleted", generationId: "g1" });
    const late = toImagesPage({ images: [imageOf({ generationId: "g1" })], sequence: 11 });
    expect(store.takePage("images", late)).toBe(false);
    expect(store.list("images").ids).toEqual([]);
  });

  test("a generation that was deleted since does not bring its pictures back", () => {
    const store = openGallery();
    tell(store, 12, { type: "generation-deleted", generationId: "g1" });
    store.take({ generations: [generationOf({ images: [imageOf()] })], sequence: 11 });
    expect(store.list("images").ids).toEqual([]);
  });

  test("what holds the queue up is what was told last", () => {
    const store = openFeed();
    tell(store, 11, { type: "pauses-changed", pauses: [pauseOf()] });
    store.takePage("feed", toFeedPage({ generations: [], pauses: [], sequence: 10 }));
    expect(store.surroundings().pauses).toEqual([pauseOf()]);
    store.takePage("feed", toFeedPage({ generations: [], pauses: [], sequence: 11 }));
    expect(store.surroundings().pauses).toEqual([]);
  });

  test("when the log begins anew the next page is the truth, though its number is lower", () => {
    const store = openFeed(...generations);
    const unmount = store.mount("feed");
    store.takePage("images", toImagesPage({ images: [imageOf()], sequence: 900 }));
    tell(store, 901, ended("g5"), { type: "pauses-changed", pauses: [pauseOf()] });
    store.beginAnew();
    store.takePage("feed", page(5));

    expect(stateOf(store, "g5")).toBe("queued");
    expect(store.surroundings().pauses).toEqual([]);
    expect(store.list("images").ids).toEqual([]);
    unmount();
    expect(store.mountedLists()).toEqual(new Set());
  });
});

describe("pictures", () => {
  const favorite = imageOf({ id: "i2", isFavorite: true });

  test("are one record for all that show them", () => {
    const store = openGallery(favorite, imageOf({ id: "i1" }));
    store.takePage(
      "feed",
      toFeedPage({ generations: [generationOf({ images: [favorite] })], pauses: [], sequence: 10 }),
    );
    tell(store, 11, { type: "image-updated", image: { ...favorite, isFavorite: false } });

    expect(store.image("i2")?.isFavorite).toBe(false);
    expect(store.generation("g1")?.images[0]?.isFavorite).toBe(false);
    expect([store.list("images").ids, store.list("favorites").ids]).toEqual([["i2", "i1"], []]);
  });

  test("stand in the gallery while they are neither in the trash nor hidden", () => {
    const store = openGallery(favorite);
    const late = imageOf({ id: "i3", isHidden: true });
    tell(store, 11, { type: "image-stored", image: late });
    expect(store.list("images").ids).toEqual(["i2"]);
    tell(store, 12, { type: "image-updated", image: { ...late, isHidden: false } });
    expect(store.list("images").ids).toEqual(["i3", "i2"]);
    tell(store, 13, { type: "image-updated", image: { ...favorite, deletedAt } });
    expect([store.list("images").ids, store.list("favorites").ids]).toEqual([["i3"], []]);
  });

  test("go with their generation as soon as that is deleted here, and come back when the server refuses", () => {
    const store = openGallery(favorite, imageOf({ id: "i1", generationId: "g9" }));
    store.take({ generations: [generationOf({ images: [favorite] })], sequence: 10 });
    const takeBack = store.hideGeneration("g1");
    expect([store.generation("g1"), store.list("images").ids]).toEqual([null, ["i1"]]);
    takeBack();
    expect([store.generation("g1")?.id, store.list("images").ids]).toEqual(["g1", ["i2", "i1"]]);
  });

  test("are shown as they were changed here, everywhere, and as the server has them when it refuses", () => {
    const store = openGallery(favorite);
    store.take({ generations: [generationOf({ images: [favorite] })], sequence: 10 });
    const deletedInFeed = () => store.generation("g1")?.images[0]?.deletedAt;
    expect(deletedInFeed()).toBeNull();

    const takeBack = store.changeImages(["i2"], { deletedAt });
    expect([store.list("images").ids, deletedInFeed()]).toEqual([[], deletedAt]);
    takeBack();
    expect(deletedInFeed()).toBeNull();
    expect([store.list("images").ids, store.list("favorites").ids]).toEqual([["i2"], ["i2"]]);
  });
});

test("a page from before the log began anew is not believed, though the browser brings it once more", () => {
  const store = openGallery();
  const images = [imageOf({ id: "i1" })];
  expect(store.takePage("images", toImagesPage({ images, sequence: 900 }))).toBe(true);
  store.beginAnew();
  expect(store.takePage("images", toImagesPage({ images, sequence: 900 }))).toBe(false);
  expect(store.list("images").ids).toEqual([]);
  expect(store.takePage("images", toImagesPage({ images: [...images], sequence: 5 }))).toBe(true);
  expect(store.list("images").ids).toEqual(["i1"]);
});

test("after a reload a picture that is on its way is asked for its latest partial, and no other is", () => {
  const attempts = [
    attemptOf({ id: "a1", state: "queued" }),
    attemptOf({ id: "a2", state: "receiving" }),
    attemptOf({ id: "a3", state: "succeeded" }),
  ];
  const store = openFeed(generationOf({ attempts }));
  expect(store.surroundings().partials).toEqual({ a2: { version: 0, place: null } });
  const partial = (version: number): StudioEvent => ({
    type: "image-partial",
    generationId: "g1",
    attemptId: "a2",
    version,
    place: { number: version, of: 3 },
  });
  tell(store, 11, partial(2), partial(1));
  expect(store.surroundings().partials).toHaveProperty("a2.place.number", 2);
});

test.each(["the event first", "the answer first"])(
  "a generation that is deleted takes its images with it for good: %s",
  (order) => {
    const images = [imageOf({ id: "i1", generationId: "g1" })];
    const store = openGallery(...images);
    store.take({ generations: [generationOf({ id: "g1", images })], sequence: 10 });
    const takeBack = store.hideGeneration("g1");
    const answer = () => {
      store.dropGeneration("g1", 10);
      takeBack();
    };
    const deleted: StudioEvent = { type: "generation-deleted", generationId: "g1" };

    if (order === "the answer first") answer();
    tell(store, 11, deleted);
    if (order === "the event first") answer();
    expect([store.image("i1"), store.list("images").ids]).toEqual([null, []]);
  },
);
