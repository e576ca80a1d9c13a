import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { draggedImageId } from "#components/studio/references/dragged-image.ts";

const id = "01a203a9-2ab5-721a-845c-aacf15e552fa";

beforeEach(() => void vi.stubGlobal("location", { origin: "http://127.0.0.1:3000" }));
afterEach(() => void vi.unstubAllGlobals());

test.each([
  [`http://127.0.0.1:3000/gallery/${id}`, id],
  [`http://127.0.0.1:3000/gallery/${id}\r\nhttp://127.0.0.1:3000/`, id],
  [`http://elsewhere.example/gallery/${id}`, null],
  ["http://127.0.0.1:3000/gallery/1", null],
  ["not an address", null],
  ["", null],
])("what is dragged as %j is the picture %j", (link, expected) => {
  expect(draggedImageId({ getData: () => link })).toBe(expected);
});
