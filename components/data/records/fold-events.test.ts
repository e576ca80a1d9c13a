import { describe, expect, test } from "vitest";
import type { ShownSubmission } from "#components/data/records/surroundings.ts";
import { attemptOf, generationOf, imageOf } from "#components/data/records/test-records.ts";
import {
  deletedAt,
  ended,
  feedOf,
  openFeed,
  stateOf,
  tell,
} from "#components/data/records/test-store.ts";
import { toImagesPage } from "#components/data/records/to-page.ts";
import type { StudioEvent } from "#lib/contract/studio-event.ts";

describe("the fold of events", () => {
  const generation = generationOf({ id: "g1", n: 2 });

  test("an event that comes twice changes nothing more, and is no news", () => {
    const store = openFeed();
    const news: string[] = [];
    store.subscribeToNews(({ type }) => news.push(type));
    const events: StudioEvent[] = [
      { type: "generation-queued", generation },
      {
        type: "attempt-started",
        attempt: attemptOf({ id: "a1", state: "sending" }),
        generationState: "running",
      },
      { type: "image-stored", image: imageOf({ id: "i1", attemptId: "a1" }) },
    ];
    tell(store, 11, ...events);
    const once = store.generation("g1");
    tell(store, 11, ...events);

    expect(store.generation("g1")).toBe(once);
    expect(once?.images).toHaveLength(1);
    expect(news).toEqual(["generation-queued", "attempt-started", "image-stored"]);
  });

  test("a retried attempt stands beside the one it repeats, and wakes its generation", () => {
    const store = openFeed({ ...generation, state: "failed", endedAt: deletedAt });
    const retry = attemptOf({ id: "a9", index: 0, retryOfId: "a1" });
    tell(store, 11, { type: "attempt-queued", attempt: retry, generationState: "running" });

    const woken = store.generation("g1");
    expect(woken?.attempts.map(({ id }) => id)).toEqual(["a1", "a9", "a2"]);
    expect(woken).toMatchObject({ state: "running", endedAt: null });
  });

  test("pictures stand by their tiles and by their places in an answer, whichever was stored first", () => {
    const store = openFeed(generation);
    const image = (id: string, attemptId: string, index: number): StudioEvent => ({
      type: "image-stored",
      image: imageOf({ id, attemptId, index }),
    });
    tell(store, 11, image("i1", "a2", 0), image("i2", "a1", 1), image("i3", "a1", 0));
    expect(store.generation("g1")?.images.map(({ id }) => id)).toEqual(["i3", "i2", "i1"]);
  });

  test("what is deleted goes with its pictures, and what is restored comes back in its place", () => {
    const withImage = { ...generation, images: [imageOf({ id: "i1", generationId: "g1" })] };
    const store = openFeed(generationOf({ id: "g2" }), withImage);
    store.takePage("images", toImagesPage({ images: withImage.images, sequence: 10 }));

    tell(store, 11, { type: "generation-deleted", generationId: "g1" });
    expect([feedOf(store), store.list("images").ids]).toEqual([["g2"], []]);

    tell(store, 12, { type: "generation-restored", generation: withImage });
    expect([feedOf(store), store.list("images").ids]).toEqual([["g2", "g1"], ["i1"]]);
  });

  test("pictures that are changed together, or gone for good, are so in every list and in their generation", () => {
    const images = ["i3", "i2", "i1"].map((id) => imageOf({ id, generationId: "g1" }));
    const store = openFeed({ ...generation, images });
    store.takePage("images", toImagesPage({ images, sequence: 10 }));
    const deletedAt = "2026-11-22T10:00:00.000Z";
    const trashed = images.slice(1).map((image) => ({ ...image, deletedAt }));

    tell(store, 11, { type: "images-updated", images: trashed });
    expect(store.list("images").ids).toEqual(["i3"]);
    expect(store.generation("g1")?.images.map((image) => image.deletedAt)).toEqual([
      null,
      deletedAt,
      deletedAt,
    ]);

    tell(store, 12, {
      type: "images-purged",
      images: trashed.map(({ id }) => ({ id, generationId: "g1" })),
    });
    expect(store.generation("g1")?.images.map(({ id }) => id)).toEqual(["i3"]);
    expect(store.image("i1")).toBeNull();
    // What was told before it changes nothing.
    tell(store, 11, { type: "images-updated", images: trashed });
    expect(store.image("i1")).toBeNull();
  });

  test("before an event is taken its attempt is told as it was", () => {
    const store = openFeed(generation);
    const states: unknown[] = [];
    store.subscribeToNews((_event, { attempt }) => states.push(attempt?.state));
    tell(store, 11, ended("g1"), ended("elsewhere"));
    expect(states).toEqual(["queued", undefined]);
  });
});

describe("a press", () => {
  const generation = { ...generationOf({ id: "key" }), prompt: "a fox" };
  const submission: ShownSubmission = { generation, standing: { type: "sending" } };
  const made = { ...generation, id: "g1" };
  const queued: StudioEvent = { type: "generation-queued", generation: made };

  function press() {
    const store = openFeed();
    store.addSubmission(submission);
    return store;
  }

  test("shows its tiles at once, and the answer takes their place", () => {
    const store = press();
    expect(store.surroundings().submissions).toEqual([submission]);
    store.endSubmission("key", made);
    expect(store.surroundings().submissions).toEqual([]);
    expect(store.generation("g1")).toEqual(made);
  });

  test("never stands there twice when the event overtakes the answer", () => {
    const store = press();
    tell(store, 11, queued);
    expect([store.surroundings().submissions, feedOf(store)]).toEqual([[], ["g1"]]);
    store.endSubmission("key", made);
    expect([store.surroundings().submissions, feedOf(store)]).toEqual([[], ["g1"]]);
  });

  test("keeps its tiles when what is told is another press for the same, which stands there already", () => {
    const store = press();
    store.endSubmission("key", made);
    store.addSubmission({ ...submission, generation: { ...generation, id: "key-2" } });
    tell(store, 11, queued);
    expect(store.surroundings().submissions.map((one) => one.generation.id)).toEqual(["key-2"]);
  });

  test("that was refused stands there still when another for the same is made", () => {
    const store = press();
    store.changeSubmission("key", { type: "refused", message: "No.", field: null });
    store.addSubmission({ ...submission, generation: { ...generation, id: "key-2" } });
    tell(store, 11, queued);
    expect(store.surroundings().submissions.map((one) => one.generation.id)).toEqual(["key"]);
  });

  test("an answer that comes late does not undo what events have told since", () => {
    const store = press();
    tell(store, 11, queued, ended("g1"));
    store.endSubmission("key", made);
    expect(stateOf(store, "g1")).toBe("succeeded");
  });

  test("takes its tiles away when it is refused", () => {
    const store = press();
    store.endSubmission("key");
    expect([store.surroundings().submissions, feedOf(store)]).toEqual([[], []]);
  });
});
