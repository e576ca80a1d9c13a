import { beforeEach, expect, test } from "vitest";
import { createPresser, type Press } from "#components/data/create-presser.ts";
import { createStore } from "#components/data/create-store.ts";
import { createMemoryStorage } from "#components/data/memory-storage.ts";
import { readPress, writePress } from "#components/data/press-store.ts";
import { RequestError } from "#components/data/request-json.ts";
import { generationOf } from "#components/image/test-records.ts";
import { studioReducer } from "#components/studio/feed/studio-reducer.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";

const fox: Press = {
  request: { prompt: "a fox", n: 2 },
  sourceGenerationId: null,
  engine: "gateway",
  pricePerImageMicros: 40_000,
};

let keys: string[];
let answers: (() => Promise<{ generation: GenerationView }>)[];

/** A server that answers as the test lays out, one answer a request, and a network without waits. */
function setUp(storage = createMemoryStorage()) {
  const store = createStore(studioReducer, {
    generations: [],
    presses: [],
    partials: {},
    pauses: [],
    hasOlder: false,
  });
  const presser = createPresser({
    dispatch: store.dispatch,
    storage: () => storage,
    wait: async () => {},
    request(_body, key) {
      keys.push(key);
      return (answers.shift() ?? answered)();
    },
  });
  return { store, presser, storage };
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
  const { store, presser } = setUp();
  const done = presser.press(fox);

  expect(store.read().presses[0]?.attempts).toHaveLength(2);
  await done;
  expect(store.read().presses).toEqual([]);
  expect(store.read().generations).toHaveLength(1);
});

test("a double click is one request", async () => {
  const { store, presser } = setUp();
  const first = presser.press(fox);
  const second = presser.press(fox);
  await Promise.all([first, second]);
  await presser.press(fox);

  expect(keys).toHaveLength(1);
  expect(store.read().generations).toHaveLength(1);
});

test("a double click is one request though the composer forgot its source in between", async () => {
  const { presser } = setUp();
  await presser.press({ ...fox, sourceGenerationId: "g0" });
  await presser.press(fox);

  expect(keys).toHaveLength(1);
});

test("another prompt is another intent, however soon", async () => {
  const { presser } = setUp();
  await Promise.all([presser.press(fox), presser.press({ ...fox, request: { prompt: "an owl" } })]);

  expect(new Set(keys).size).toBe(2);
});

test("a network that fails is asked again under the same key", async () => {
  answers = [unreachable, unreachable];
  const { store, presser } = setUp();
  await presser.press(fox);

  expect(keys).toHaveLength(3);
  expect(new Set(keys).size).toBe(1);
  expect(store.read().generations).toHaveLength(1);
});

test("a network that stays away takes the tiles back, and the next press is the same intent", async () => {
  answers = Array.from({ length: 6 }, () => unreachable);
  const { store, presser } = setUp();
  await expect(presser.press(fox)).rejects.toThrow("Failed to fetch");
  expect(store.read().presses).toEqual([]);

  await presser.press(fox);
  expect(new Set(keys).size).toBe(1);
});

test("a refusal is an answer: it is not asked again, and is told", async () => {
  answers = [
    async () => {
      throw new RequestError(422, { code: "invalid_request", message: "No.", field: "size" });
    },
  ];
  const { store, presser } = setUp();
  await expect(presser.press(fox)).rejects.toMatchObject({ field: "size" });

  expect(keys).toHaveLength(1);
  expect(store.read().presses).toEqual([]);
});

test("a press that a reload left unanswered is sent once more under its key", async () => {
  const storage = createMemoryStorage();
  const body = JSON.stringify(fox.request);
  writePress(storage, {
    key: "kept-key",
    intent: body,
    body,
    pressedAt: Date.now(),
    isAnswered: false,
  });

  const { store, presser } = setUp(storage);
  await presser.resume({ engine: "gateway" });
  expect(keys).toEqual(["kept-key"]);
  expect(store.read().generations).toHaveLength(1);
  expect(readPress(storage)?.isAnswered).toBe(true);

  await presser.resume({ engine: "gateway" });
  expect(keys).toHaveLength(1);
});
