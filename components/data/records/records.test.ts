import { expect, test } from "vitest";
import { generationOf, imageOf } from "#components/data/records/test-records.ts";
import { deletedAt, feedOf, openFeed } from "#components/data/records/test-store.ts";
import { toImagesPage } from "#components/data/records/to-page.ts";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";

const whole = imageOf({ prompt: "a fox in the snow", delivered: { size: "1024x1024" } });
/** As a list tells it, a favourite by now. */
const tile: ImageTile = {
  id: whole.id,
  generationId: whole.generationId,
  prompt: "a fox",
  width: whole.width,
  height: whole.height,
  thumbhash: whole.thumbhash,
  isFavorite: true,
  isHidden: false,
  deletedAt: null,
  createdAt: whole.createdAt,
};

function openBoth() {
  const store = openFeed(generationOf({ id: "g1", images: [whole] }));
  store.takePage("images", toImagesPage({ images: [tile], sequence: 20 }));
  return store;
}

test("a page of the gallery takes nothing from a generation that was told whole, and its news are seen there", () => {
  const store = openBoth();
  expect(store.image(whole.id)).toEqual(tile);
  expect(store.generation("g1")?.images).toEqual([{ ...whole, isFavorite: true }]);
  expect(store.list("images").ids).toEqual([whole.id]);
  expect(feedOf(store)).toEqual(["g1"]);
});

test("a generation is the same object until a picture of it changes, told by a list or whole", () => {
  const store = openBoth();
  const before = store.generation("g1");
  expect(store.generation("g1")).toBe(before);
  const undo = store.changeImages([whole.id], { isFavorite: false });
  expect(store.generation("g1")?.images[0]).toEqual({ ...whole, isFavorite: false });
  undo();
  expect(store.generation("g1")?.images[0]).toEqual(before?.images[0]);
});

test("what a search found loses a picture in the trash and has it back, and takes no other by itself", () => {
  const store = openBoth();
  const found = "found:q=fox" as const;
  store.takePage(found, toImagesPage({ images: [tile], sequence: 20 }));
  const undo = store.changeImages([whole.id], { deletedAt });
  expect(store.list(found).ids).toEqual([]);
  undo();
  expect(store.list(found).ids).toEqual([whole.id]);

  const other = imageOf({ id: "i2", generationId: "g2" });
  store.take({ images: [other], sequence: 21 });
  expect(store.list("images").ids).toContain("i2");
  expect(store.list(found).ids).toEqual([whole.id]);
});

test("what a search found keeps what its older pages told when its newest is read again", () => {
  const store = openBoth();
  const found = "found:q=fox" as const;
  const older = imageOf({ id: "a", generationId: "g3" });
  store.takePage(found, { images: [tile], sequence: 20, isOlder: false, hasOlder: true });
  store.takePage(found, { images: [older], sequence: 20, isOlder: true, hasOlder: false });
  store.takePage(found, { images: [tile], sequence: 21, isOlder: false, hasOlder: true });
  store.changeImages(["a"], { isFavorite: true });
  expect(store.list(found).ids).toEqual([whole.id, "a"]);
});
