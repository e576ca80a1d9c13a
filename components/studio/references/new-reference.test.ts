import { expect, test } from "vitest";
import { inputsOf, type Reference, readReferences } from "#components/studio/draft/reference.ts";
import { newReference, referencesOf } from "#components/studio/references/new-reference.ts";

const hash = "a".repeat(64);
const here = (blobHash = hash): Reference =>
  newReference({ role: "reference", blobHash }, "fox.png");
const onItsWay: Reference = {
  key: "k",
  name: "owl.png",
  state: "sending",
  preview: "",
  progress: 0,
};

test("what is here is sent in its order, as much as the model looks at", () => {
  const tray = [here("1"), onItsWay, here("2"), here("3")];
  const hashesFor = (referencesMax: number) =>
    inputsOf(tray, { referencesMax }).inputs?.map(({ blobHash }) => blobHash);
  expect(hashesFor(16)).toEqual(["1", "2", "3"]);
  expect(hashesFor(2)).toEqual(["1", "2"]);
  expect(inputsOf(tray, { referencesMax: 0 })).toEqual({});
  expect(inputsOf([], { referencesMax: 16 })).toEqual({});
});

test("what a generation was made with is a tray again, by the picture's id as long as it is there", () => {
  const tray = referencesOf(
    [
      { role: "reference", blobHash: hash, imageId: "an-image" },
      { role: "reference", blobHash: hash, imageId: null },
      { role: "mask", blobHash: hash, imageId: null },
    ],
    "a fox",
  );
  expect(inputsOf(tray, { referencesMax: 16 }).inputs).toEqual([
    { role: "reference", imageId: "an-image" },
    { role: "reference", blobHash: hash },
  ]);
  expect(new Set(tray.map(({ key }) => key)).size).toBe(2);
});

test.each([null, "x", [null], [{ state: "ready" }], [{ state: "sending" }], {}])(
  "a strange tray that was kept is no error: %j",
  (kept) => expect(readReferences(kept)).toEqual([]),
);

test("a tray is kept by what names its pictures, and not by their bytes", () => {
  const tray = [here()];
  expect(readReferences(JSON.parse(JSON.stringify(tray)))).toEqual(tray);
});
