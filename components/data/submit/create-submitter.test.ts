import { beforeEach, expect, test } from "vitest";
import { createMemoryStorage } from "#components/data/memory-storage.ts";
import { createRecordStore } from "#components/data/records/record-store.ts";
import { gateway, generationOf } from "#components/data/records/test-records.ts";
import { toFeedPage } from "#components/data/records/to-page.ts";
import { RequestError } from "#components/data/request-json.ts";
import { createSubmitter, type Submission } from "#components/data/submit/create-submitter.ts";
import { readSubmission, writeSubmission } from "#components/data/submit/submission-store.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";

const fox: Submission = {
  request: { prompt: "a fox", n: 2 },
  sourceGenerationId: null,
  gateway,
  pricePerImageMicros: 40_000,
};

let keys: string[];
let answers: (() => Promise<{ generation: GenerationView }>)[];

/** A server that answers as the test lays out, one answer a request, and a network without waits. */
function setUp(storage = createMemoryStorage()) {
  const store = createRecordStore();
  store.takePage("feed", toFeedPage({ generations: [], pauses: [], sequence: 1 }));
  const submitter = createSubmitter({
    store,
    storage: () => storage,
    wait: async () => {},
    request(_body, key) {
      keys.push(key);
      return (answers.shift() ?? answered)();
    },
  });
  return { store, submitter, storage };
}

const answered = async () => ({ generation: generationOf({ id: `g${keys.length}` }) });
const unreachable = async () => {
  throw new TypeError("Failed to fetch");
};

beforeEach(() => {
  keys = [];
  answers = [];
});

test("tiles are there before the server is asked", async () => {
  const { store, submitter } = setUp();
  const done = submitter.submit(fox);

  expect(store.surroundings().submissions[0]?.attempts).toHaveLength(2);
  await done;
  expect(store.surroundings().submissions).toEqual([]);
  expect(store.list("feed").ids).toHaveLength(1);
});

test("a double click is one request", async () => {
  const { store, submitter } = setUp();
  const first = submitter.submit(fox);
  const second = submitter.submit(fox);
  expect(await second).toBeNull();
  expect((await first)?.id).toBe("g1");
  await submitter.submit(fox);

  expect(keys).toHaveLength(1);
  expect(store.list("feed").ids).toHaveLength(1);
});

test("a double click is one request though the composer forgot its source in between", async () => {
  const { submitter } = setUp();
  await submitter.submit({ ...fox, sourceGenerationId: "g0" });
  await submitter.submit(fox);

  expect(keys).toHaveLength(1);
});

test("another prompt is another intent, however soon", async () => {
  const { submitter } = setUp();
  await Promise.all([
    submitter.submit(fox),
    submitter.submit({ ...fox, request: { prompt: "an owl" } }),
  ]);

  expect(new Set(keys).size).toBe(2);
});

test("a network that fails is asked again under the same key", async () => {
  answers = [unreachable, unreachable];
  const { store, submitter } = setUp();
  await submitter.submit(fox);

  expect(keys).toHaveLength(3);
  expect(new Set(keys).size).toBe(1);
  expect(store.list("feed").ids).toHaveLength(1);
});

test("a network that stays away takes the tiles back, and the next press is the same intent", async () => {
  answers = Array.from({ length: 6 }, () => unreachable);
  const { store, submitter } = setUp();
  await expect(submitter.submit(fox)).rejects.toThrow("Failed to fetch");
  expect(store.surroundings().submissions).toEqual([]);

  await submitter.submit(fox);
  expect(new Set(keys).size).toBe(1);
});

test("a refusal is an answer: it is not asked again, and is told", async () => {
  answers = [
    async () => {
      throw new RequestError(422, { code: "invalid_request", message: "No.", field: "size" });
    },
  ];
  const { store, submitter } = setUp();
  await expect(submitter.submit(fox)).rejects.toMatchObject({ field: "size" });

  expect(keys).toHaveLength(1);
  expect(store.surroundings().submissions).toEqual([]);
});

test("a press that a reload left unanswered is sent once more under its key", async () => {
  const storage = createMemoryStorage();
  const body = JSON.stringify(fox.request);
  writeSubmission(storage, {
    key: "kept-key",
    intent: body,
    body,
    submittedAt: Date.now(),
    isAnswered: false,
  });

  const { store, submitter } = setUp(storage);
  await submitter.resume({ gateways: [gateway] });
  expect(keys).toEqual(["kept-key"]);
  expect(store.list("feed").ids).toHaveLength(1);
  expect(readSubmission(storage)?.isAnswered).toBe(true);

  await submitter.resume({ gateways: [gateway] });
  expect(keys).toHaveLength(1);
});
