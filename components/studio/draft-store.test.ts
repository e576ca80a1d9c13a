import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createDraftStore, keepDraft } from "#components/studio/draft-store.ts";
import { testStorage } from "#components/studio/test-storage.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a draft is saved half a second after the last key, and is there after a reload", () => {
  const storage = testStorage();
  const store = createDraftStore();
  keepDraft(store, storage);

  store.dispatch({ type: "changed", values: { prompt: "a f" } });
  vi.advanceTimersByTime(400);
  store.dispatch({ type: "changed", values: { prompt: "a fox", n: "4" } });
  vi.advanceTimersByTime(499);
  expect(storage.length).toBe(0);

  vi.advanceTimersByTime(1);
  const reloaded = createDraftStore();
  keepDraft(reloaded, storage);
  expect(reloaded.read().draft).toMatchObject({ prompt: "a fox", n: "4" });
});

test("leaving the screen saves what waits", () => {
  const storage = testStorage();
  const store = createDraftStore();
  const leave = keepDraft(store, storage);
  store.dispatch({ type: "changed", values: { prompt: "a fox" } });
  leave();

  const back = createDraftStore();
  keepDraft(back, storage);
  expect(back.read().draft.prompt).toBe("a fox");
});

test.each(["not JSON", "null", '{"draft":{"prompt":7,"n":{},"unknown":"x"}}', '{"draft":[]}'])(
  "a strange stored draft is no error: %s",
  (text) => {
    const storage = testStorage();
    storage.setItem("atelier.draft", text);
    const store = createDraftStore();
    keepDraft(store, storage);
    expect(Object.keys(store.read().draft)).not.toContain("unknown");
  },
);
