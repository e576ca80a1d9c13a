import { expect, test } from "vitest";
import { tryStorage } from "#components/data/browser-storage.ts";
import { createMemoryStorage } from "#components/data/memory-storage.ts";

const refuse = () => {
  throw new DOMException("Access is denied for this document.", "SecurityError");
};

test.each([
  ["its name throws", refuse],
  ["it is null, as in some web views", () => Object(null)],
  ["writing throws", () => ({ ...createMemoryStorage(), setItem: refuse })],
  ["reading throws", () => ({ ...createMemoryStorage(), getItem: refuse })],
])("where %s, what is stored lives as long as the page", (_how, open) => {
  const { storage, isKept } = tryStorage(open);
  storage.setItem("atelier.draft", "a fox");

  expect(isKept).toBe(false);
  expect(storage.getItem("atelier.draft")).toBe("a fox");
});

test("a storage that works is used itself, and nothing is left in it by the trial", () => {
  const storage = createMemoryStorage();
  expect(tryStorage(() => storage)).toEqual({ storage, isKept: true });
  expect(storage.length).toBe(0);
});

test("a storage that is full, with a draft in it, is still read", () => {
  const storage = createMemoryStorage();
  storage.setItem("atelier.draft", "a fox");
  expect(tryStorage(() => ({ ...storage, setItem: refuse })).isKept).toBe(true);
});
