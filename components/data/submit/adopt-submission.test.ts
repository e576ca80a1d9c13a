import { expect, test } from "vitest";
import { createMemoryStorage } from "#components/data/memory-storage.ts";
import { keepSubmission, readSubmissions } from "#components/data/submit/kept-submission.ts";
import { fox, never, openTab, standings } from "#components/data/submit/test-tab.ts";

/** A press that a closed tab has left. */
function leave(storage: Storage, { submittedAt = Date.now() } = {}) {
  keepSubmission(storage, { ...fox, key: "kept-key", submittedAt });
}

test("a press that a closed tab has left is sent under its key, by two tabs or by one, and once", async () => {
  const storage = createMemoryStorage();
  leave(storage);
  const [one, other] = [openTab({ storage }), openTab({ storage })];
  await Promise.all([one, other].map(({ submitter }) => submitter.adopt("kept-key")));
  await one.submitter.adopt("kept-key");

  expect(new Set([...one.keys, ...other.keys])).toEqual(new Set(["kept-key"]));
  expect(one.store.list("feed").ids).toHaveLength(1);
  expect([one, other].flatMap(({ store }) => standings(store))).toEqual([]);
  expect(readSubmissions(storage)).toEqual([]);
});

test("a press that is older than a day is not sent by itself, and is by a press", async () => {
  const storage = createMemoryStorage();
  leave(storage, { submittedAt: Date.now() - 25 * 60 * 60_000 });
  const { store, submitter, keys } = openTab({ storage });
  await submitter.adopt("kept-key");
  expect(standings(store)).toEqual([{ type: "old" }]);
  expect(keys).toEqual([]);

  await submitter.adopt("kept-key", { anew: true });
  expect(keys).toEqual(["kept-key"]);
  expect(store.list("feed").ids).toHaveLength(1);
});

test("a page that went between keeping a press for good and forgetting it as an early one leaves one press", async () => {
  const storage = createMemoryStorage();
  leave(storage);
  storage.setItem("atelier.early-press.kept-key", JSON.stringify({ key: "kept-key" }));
  const { submitter, keys } = openTab({ storage, answers: [never] });
  void submitter.adopt("kept-key");
  expect(storage.getItem("atelier.early-press.kept-key")).toBeNull();
  expect(keys).toEqual(["kept-key"]);
});
