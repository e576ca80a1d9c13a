import { expect, test } from "vitest";
import { createMemoryStorage } from "#components/data/memory-storage.ts";
import { RequestError } from "#components/data/request-json.ts";
import { submissionsMax } from "#components/data/submit/create-submitter.ts";
import { readSubmissions } from "#components/data/submit/kept-submission.ts";
import {
  fox,
  never,
  openTab,
  refused,
  standings,
  unreachable,
} from "#components/data/submit/test-tab.ts";

test("tiles are there before the server is asked, and the press is kept until it has answered", async () => {
  const { store, submitter, storage } = openTab();
  const done = submitter.submit(fox);

  expect(store.surroundings().submissions[0]?.generation.attempts).toHaveLength(2);
  expect(readSubmissions(storage)).toMatchObject([{ request: fox.request }]);
  await done;
  expect(store.surroundings().submissions).toEqual([]);
  expect(store.list("feed").ids).toHaveLength(1);
  expect(readSubmissions(storage)).toEqual([]);
});

test("a double click is one request, and the second is made all the same when that is asked for", async () => {
  const { store, submitter, keys } = openTab();
  const first = submitter.submit({ ...fox, sourceGenerationId: "g0" }, { at: 1_000 });
  // The composer has forgotten its source in between.
  const second = await submitter.submit(fox, { at: 1_100 });
  expect(second).toMatchObject({ type: "swallowed" });
  expect(await first).toMatchObject({ type: "made" });
  expect(keys).toHaveLength(1);

  if (second.type === "swallowed") await second.makeToo();
  expect(new Set(keys).size).toBe(2);
  expect(store.list("feed").ids).toHaveLength(2);
});

test("three presses that are meant are three, though the first is not answered yet", async () => {
  const { store, submitter, keys } = openTab({ answers: [never] });
  void submitter.submit(fox, { at: 0 });
  await submitter.submit(fox, { at: 350 });
  await submitter.submit(fox, { at: 700 });

  expect(new Set(keys).size).toBe(3);
  expect(store.list("feed").ids).toHaveLength(2);
  expect(standings(store)).toEqual([{ type: "sending" }]);
});

test("a network that fails is asked under the same key until it answers", async () => {
  const { store, submitter, keys } = openTab({
    answers: Array.from({ length: 20 }, () => unreachable),
  });
  await submitter.submit(fox);

  expect(keys).toHaveLength(21);
  expect(new Set(keys).size).toBe(1);
  expect(store.list("feed").ids).toHaveLength(1);
});

test("what something in between answers is no answer", async () => {
  const strange = () => new RequestError(404, { code: "unknown", message: "" });
  const { submitter, keys } = openTab({ answers: [() => Promise.reject(strange())] });

  expect(await submitter.submit(fox)).toMatchObject({ type: "made" });
  expect(new Set(keys).size).toBe(1);
});

test.each([
  ["in a browser that keeps things", createMemoryStorage(), true, true],
  ["in one that keeps nothing", createMemoryStorage(), false, false],
  ["in one that is full", fullStorage(), true, false],
])(
  "%s a press without an answer says whether it is kept",
  async (_where, storage, isKept, said) => {
    const { store, submitter } = openTab({ answers: [unreachable, never], storage, isKept });
    void submitter.submit(fox);

    await expect.poll(() => standings(store)).toEqual([{ type: "unanswered", isKept: said }]);
  },
);

test("a press that was taken back is not sent again, and not kept", async () => {
  const { store, submitter, storage, keys } = openTab({ answers: [unreachable, never] });
  const done = submitter.submit(fox);
  await expect.poll(() => keys).toHaveLength(2);
  const [{ key } = { key: "" }] = readSubmissions(storage);
  submitter.drop(key);

  expect(store.surroundings().submissions).toEqual([]);
  expect(readSubmissions(storage)).toEqual([]);
  void done;
});

test("a refusal is an answer: it is not asked again, and its tile says so, also in the next tab", async () => {
  const { store, submitter, storage, keys } = openTab({ answers: [refused] });
  expect(await submitter.submit(fox)).toMatchObject({ type: "refused" });

  const refusal = { type: "refused", message: "No.", field: "size" };
  expect(standings(store)).toEqual([refusal]);
  const next = openTab({ storage });
  for (const { key } of readSubmissions(storage)) await next.submitter.adopt(key);
  expect(standings(next.store)).toEqual([refusal]);
  expect(keys).toHaveLength(1);
});

test("a refusal is left to whoever pressed, if he can still say it where it belongs", async () => {
  const { store, submitter, storage } = openTab({ answers: [refused] });
  const pressed = submitter.submit(fox, { takesRefusal: () => true });

  await expect(pressed).rejects.toMatchObject({ field: "size" });
  expect(store.surroundings().submissions).toEqual([]);
  expect(readSubmissions(storage)).toEqual([]);
});

test("no more are taken than wait already", async () => {
  const { submitter, keys } = openTab({
    answers: Array.from({ length: submissionsMax }, () => never),
  });
  for (let at = 0; at < submissionsMax; at += 1) void submitter.submit(fox, { at: at * 1_000 });

  expect(await submitter.submit(fox, { at: submissionsMax * 1_000 })).toEqual({ type: "full" });
  expect(keys).toHaveLength(submissionsMax);
});

function fullStorage(): Storage {
  return {
    ...createMemoryStorage(),
    setItem() {
      throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
    },
  };
}

test("a press that was kept before there was anything to send it goes under its own key, and is kept once", async () => {
  const storage = createMemoryStorage();
  storage.setItem("atelier.early-press.k1", JSON.stringify({ key: "k1" }));
  const { submitter, keys } = openTab({ storage, answers: [never] });
  void submitter.submit(fox, { pressed: { key: "k1", submittedAt: Date.now() } });

  expect(keys).toEqual(["k1"]);
  expect(readSubmissions(storage)).toMatchObject([{ key: "k1" }]);
  expect(storage.getItem("atelier.early-press.k1")).toBeNull();
});

test("where there is no room for it, it stays kept as it was", async () => {
  const storage = createMemoryStorage();
  storage.setItem("atelier.early-press.k1", JSON.stringify({ key: "k1" }));
  storage.setItem = () => {
    throw new DOMException("", "QuotaExceededError");
  };
  const { submitter } = openTab({ storage, answers: [never] });
  void submitter.submit(fox, { pressed: { key: "k1", submittedAt: Date.now() } });

  expect(storage.getItem("atelier.early-press.k1")).not.toBeNull();
});
