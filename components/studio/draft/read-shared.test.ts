import { expect, test } from "vitest";
import { readShared } from "#components/studio/draft/read-shared.ts";

test.each([
  ["text=a+red+fox", "a red fox"],
  [
    "title=Foxes&text=a+red+fox&url=https%3A%2F%2Ffoxes.example",
    "Foxes\na red fox\nhttps://foxes.example",
  ],
  [
    "text=Foxes+https%3A%2F%2Ffoxes.example&url=https%3A%2F%2Ffoxes.example",
    "Foxes https://foxes.example",
  ],
  ["title=a+fox&text=a+fox", "a fox"],
  ["title=&text=+&other=a+fox", ""],
])("of %s each thing that was shared is taken once", (query, prompt) => {
  expect(readShared(new URLSearchParams(query))).toBe(prompt);
});
