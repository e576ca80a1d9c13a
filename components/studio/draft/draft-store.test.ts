import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createMemoryStorage } from "#components/data/memory-storage.ts";
import { createDraftStore, keepDraft } from "#components/studio/draft/draft-store.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a draft is saved half a second after the last key, and is there after a reload", () => {
  const storage = createMemoryStorage();
  const store = createDraftStore();
  keepDraft(store, { tab: storage, browser: storage, typed: "" });

  store.dispatch({ type: "changed", values: { prompt: "a f" } });
  vi.advanceTimersByTime(400);
  store.dispatch({ type: "changed", values: { prompt: "a fox", n: "4" } });
  vi.advanceTimersByTime(499);
  expect(storage.length).toBe(0);

  vi.advanceTimersByTime(1);
  const reloaded = createDraftStore();
  keepDraft(reloaded, { tab: storage, browser: storage, typed: "" });
  expect(reloaded.read().draft).toMatchObject({ prompt: "a fox", n: "4" });
});

test("each tab keeps its own draft, and a new tab begins with the one that was written last", () => {
  const browser = createMemoryStorage();
  const tabs = [createMemoryStorage(), createMemoryStorage()] as const;
  const write = (tab: Storage, prompt: string) => {
    const store = createDraftStore();
    const leave = keepDraft(store, { tab, browser, typed: "" });
    store.dispatch({ type: "changed", values: { prompt } });
    leave();
  };
  const read = (tab: Storage) => {
    const store = createDraftStore();
    keepDraft(store, { tab, browser, typed: "" });
    return store.read().draft.prompt;
  };
  write(tabs[0], "a fox");
  write(tabs[1], "an owl");

  expect(tabs.map(read)).toEqual(["a fox", "an owl"]);
  expect(read(createMemoryStorage())).toBe("an owl");
});

test("that a draft is kept nowhere is told once, and no older one takes its place", () => {
  const [tab, browser] = [createMemoryStorage(), createMemoryStorage()];
  const store = createDraftStore();
  const onUnkept = vi.fn();
  const leave = keepDraft(store, { tab, browser, typed: "", onUnkept });
  const write = (prompt: string) => {
    store.dispatch({ type: "changed", values: { prompt } });
    vi.advanceTimersByTime(500);
  };
  const fill = (storage: Storage) => {
    storage.setItem = () => {
      throw new DOMException("It is full.", "QuotaExceededError");
    };
  };
  write("a fox");
  fill(tab);
  write("an owl");
  expect(onUnkept).not.toHaveBeenCalled();
  expect(tab.length).toBe(0);

  fill(browser);
  write("a crow");
  write("a crow in snow");
  expect(onUnkept).toHaveBeenCalledOnce();
  leave();
  expect(browser.length).toBe(0);
});

test("leaving the screen saves what waits", () => {
  const storage = createMemoryStorage();
  const store = createDraftStore();
  const leave = keepDraft(store, { tab: storage, browser: storage, typed: "" });
  store.dispatch({ type: "changed", values: { prompt: "a fox" } });
  leave();

  const back = createDraftStore();
  keepDraft(back, { tab: storage, browser: storage, typed: "" });
  expect(back.read().draft.prompt).toBe("a fox");
});

test.each(["not JSON", "null", '{"draft":{"prompt":7,"n":{},"unknown":"x"}}', '{"draft":[]}'])(
  "a strange stored draft is no error: %s",
  (text) => {
    const storage = createMemoryStorage();
    storage.setItem("atelier.draft", text);
    const store = createDraftStore();
    keepDraft(store, { tab: storage, browser: storage, typed: "" });
    expect(Object.keys(store.read().draft)).not.toContain("unknown");
  },
);

test("what was typed before the stored draft came back is kept, with the parameters that were stored", () => {
  const storage = createMemoryStorage();
  const draft = { prompt: "an old fox", n: "4" };
  storage.setItem("atelier.draft", JSON.stringify({ draft, sourceGenerationId: null }));
  const store = createDraftStore();
  keepDraft(store, { tab: storage, browser: storage, typed: "a new owl" });
  expect(store.read().draft).toMatchObject({ prompt: "a new owl", n: "4" });
});

test("what was typed early is the draft where none was stored, and is saved", () => {
  const storage = createMemoryStorage();
  const leave = keepDraft(createDraftStore(), {
    tab: storage,
    browser: storage,
    typed: "a new owl",
  });
  leave();
  const back = createDraftStore();
  keepDraft(back, { tab: storage, browser: storage, typed: "" });
  expect(back.read().draft.prompt).toBe("a new owl");
});

test("what was wrong is forgotten with the next change, and by a reload", () => {
  const storage = createMemoryStorage();
  const store = createDraftStore();
  const leave = keepDraft(store, { tab: storage, browser: storage, typed: "" });
  store.dispatch({ type: "checked", errors: { size: "Too large." } });
  expect(store.read().errors).toEqual({ size: "Too large." });
  leave();
  expect(storage.getItem("atelier.draft")).not.toContain("Too large.");

  store.dispatch({ type: "changed", values: { size: "1024x1024" } });
  expect(store.read().errors).toEqual({});
});

test("a prompt that was written and not sent is told of when what was typed early takes its place", () => {
  const storage = createMemoryStorage();
  const store = createDraftStore();
  const leave = keepDraft(store, { tab: storage, browser: storage, typed: "" });
  const replacedBy = (typed: string) => {
    const replaced: string[] = [];
    const again = createDraftStore();
    const onReplaced = ({ draft }: { draft: { prompt: string } }) => replaced.push(draft.prompt);
    keepDraft(again, { tab: storage, browser: storage, typed, onReplaced })();
    return replaced;
  };
  store.dispatch({ type: "changed", values: { prompt: "a fox" } });
  leave();
  expect(replacedBy("a fox")).toEqual([]);
  expect(replacedBy("an owl")).toEqual(["a fox"]);

  store.dispatch({ type: "pressed", prompt: "a fox", sourceGenerationId: null });
  const { draft, known } = store.read();
  storage.setItem("atelier.draft", JSON.stringify({ draft, sourceGenerationId: null, known }));
  expect(replacedBy("an owl")).toEqual([]);
});

test("the tray is saved and comes back, what has not arrived as on its way", () => {
  const storage = createMemoryStorage();
  const store = createDraftStore();
  const leave = keepDraft(store, { tab: storage, browser: storage, typed: "" });
  const input = { role: "reference", blobHash: "a".repeat(64) } as const;
  const here = { key: "h", name: "fox.png", state: "ready", input } as const;
  const away = { key: "k", name: "owl.png", state: "sending", preview: "", progress: 0 } as const;
  const { progress: _, ...failed } = {
    ...away,
    key: "f",
    state: "failed",
    message: "No.",
  } as const;
  const half = { ...away, preview: "blob:x", progress: 0.5 };
  store.dispatch({ type: "referenced", references: [half, here, failed] });
  leave();

  const back = createDraftStore();
  keepDraft(back, { tab: storage, browser: storage, typed: "" })();
  expect(back.read().references).toEqual([away, here, { ...away, key: "f" }]);
});
