import { expect, test } from "vitest";
import { runChange } from "#components/data/change/run-change.ts";
import { undoLast } from "#components/data/change/undo-stack.ts";
import { english as t } from "#messages/english.server.ts";

/** A change whose request is answered when the test says, and a note of what happens in which order. */
function setUp() {
  const happened: string[] = [];
  const answers = new Map<string, PromiseWithResolvers<string>>();
  const change = (id: string, what: string, undo?: () => void) => {
    const answer = Promise.withResolvers<string>();
    answers.set(what, answer);
    return runChange({
      id,
      show() {
        happened.push(`show ${what}`);
        return () => happened.push(`take back ${what}`);
      },
      ask() {
        happened.push(`ask ${what}`);
        return answer.promise;
      },
      take: (answered) => void happened.push(`take ${answered}`),
      ...(undo && { undo }),
      t,
    });
  };
  return { happened, change, answer: (what: string) => answers.get(what) };
}

test("a change is shown before it is asked for, and its answer is taken before it is taken back", async () => {
  const { happened, change, answer } = setUp();
  const isDone = change("i1", "on");
  answer("on")?.resolve("on");
  expect(await isDone).toBe(true);
  expect(happened).toEqual(["show on", "ask on", "take on", "take back on"]);
});

test("changes of one record are asked for in their order, also after a refusal, and others need not wait", async () => {
  const { happened, change, answer } = setUp();
  const first = change("i1", "on");
  const second = change("i1", "off");
  const other = change("i2", "other");
  answer("other")?.resolve("other");
  await other;
  expect(happened).not.toContain("ask off");

  answer("on")?.reject(new TypeError("Failed to fetch"));
  answer("off")?.resolve("off");
  expect([await first, await second]).toEqual([false, true]);
  expect(happened.indexOf("ask off")).toBeGreaterThan(happened.indexOf("ask on"));
  expect(happened).not.toContain("take on");
});

test("the last deletion is the first to be taken back, also while it is asked for; one that was refused is none", async () => {
  const { change, answer } = setUp();
  const undone: string[] = [];
  const remove = (what: string) => change(what, what, () => void undone.push(what));
  const first = remove("heron");
  answer("heron")?.resolve("heron");
  await first;
  const [asked, refused] = [remove("owl"), remove("rail")];
  answer("rail")?.reject(new TypeError("Failed to fetch"));
  await refused;

  expect(undoLast()).toBe(true);
  expect(undone).toEqual(["owl"]);
  answer("owl")?.resolve("owl");
  await asked;
  expect([undoLast(), undoLast()]).toEqual([true, false]);
  expect(undone).toEqual(["owl", "heron"]);
});
