import { expect, test } from "vitest";
import { createOwnModelStore } from "#components/studio/parameters/model/own-model-store.ts";
import type { ModelMark, OwnModel } from "#lib/contract/model/own-model.ts";

const gatewayId = "00000000-0000-7000-8000-0000000000a1";
const key = (id: string) => ({ gatewayId, id });
const owned = (model: string, mark: ModelMark | null): OwnModel => ({
  gatewayId,
  model,
  mark,
  recent: null,
});

/** A store whose first two lists and marks are answered when the test says. */
function setUp() {
  const two = <Answer>() => [Promise.withResolvers<Answer>(), Promise.withResolvers<Answer>()];
  const [reads, writes] = [two<readonly OwnModel[]>(), two<void>()];
  const sent: (ModelMark | null)[] = [];
  let asked = 0;
  const store = createOwnModelStore({
    read: async () => (await reads[asked++]?.promise) ?? [],
    async mark(_, mark) {
      sent.push(mark);
      await writes[sent.length - 1]?.promise;
    },
  });
  const marks = () => Object.fromEntries(store.read().map(({ model, mark }) => [model, mark]));
  const load = () => store.load(new AbortController().signal);
  return { store, reads, writes, sent, marks, load };
}

test("what was marked since the list was asked for stays marked, answered or not, and the rest is the list's", async () => {
  const { store, reads, writes, marks, load } = setUp();
  const loaded = load();
  const marked = store.mark(key("answered"), "starred");
  const pending = store.mark(key("pending"), "hidden");
  writes[0]?.resolve();
  await marked;
  reads[0]?.resolve([owned("answered", null), owned("other", "starred")]);
  await loaded;
  expect(marks()).toEqual({ answered: "starred", pending: "hidden", other: "starred" });

  const again = load();
  writes[1]?.resolve();
  await pending;
  reads[1]?.resolve([owned("answered", "hidden")]);
  await again;
  expect(marks()).toEqual({ answered: "hidden", pending: "hidden" });
});

test("marks of one model are sent in their order, and the last stands", async () => {
  const { store, writes, sent, marks } = setUp();
  const first = store.mark(key("one"), "starred");
  const second = store.mark(key("one"), null);
  await Promise.resolve();
  expect(sent).toEqual(["starred"]);
  writes[0]?.resolve();
  await first;
  expect(sent).toEqual(["starred", null]);
  writes[1]?.resolve();
  await second;
  expect(marks()).toEqual({ one: null });
});

test("a mark that is refused gives way to what the server has, and never to what it had before", async () => {
  const { store, reads, writes, marks, load } = setUp();
  const loaded = load();
  const starred = store.mark(key("one"), "starred");
  const hidden = store.mark(key("one"), "hidden");
  writes[0]?.resolve();
  await starred;
  writes[1]?.reject(new Error("refused"));
  await expect(hidden).rejects.toThrow("refused");
  expect(marks()).toEqual({ one: "starred" });

  reads[0]?.resolve([]);
  await loaded;
  expect(marks()).toEqual({ one: "starred" });
});

test("a mark that is refused does not undo a later one", async () => {
  const { store, writes, marks } = setUp();
  const starred = store.mark(key("one"), "starred");
  const hidden = store.mark(key("one"), "hidden");
  writes[0]?.reject(new Error("refused"));
  await expect(starred).rejects.toThrow("refused");
  expect(marks()).toEqual({ one: "hidden" });
  writes[1]?.resolve();
  await hidden;
  expect(marks()).toEqual({ one: "hidden" });
});
