import { expect, test } from "vitest";
import { attemptOf, generationOf, painter } from "#components/data/records/test-records.ts";
import { describeHistory } from "#components/image/history/describe-history.ts";
import type { AttemptView } from "#lib/contract/generation-view.ts";
import { english as t } from "#messages/english.server.ts";
import { because } from "#messages/reason.ts";

const at = (second: number) => `2026-01-01T12:00:${String(second).padStart(2, "0")}.000Z`;
const errorOf = (code: string, message: string) => ({
  code,
  reason: because("said", { said: message }),
  detail: null,
  field: null,
});

function entryOf(attempt: Partial<AttemptView>) {
  const whole = attemptOf({ createdAt: at(0), ...attempt });
  return describeHistory(generationOf({ attempts: [whole] }), t)[0];
}

test("a picture that was made tells when it was queued, sent, answered and saved", () => {
  const entry = entryOf({
    state: "succeeded",
    charged: "yes",
    actualCostMicros: 40_000,
    requestId: "req_1",
    sentAt: at(2),
    receivedAt: at(3),
    endedAt: at(15),
  });

  expect(entry).toEqual({
    attemptId: "a1",
    title: "Picture 1",
    createdAt: at(0),
    outcome: "Made",
    moments: [
      { at: at(0), text: "Put in the queue" },
      { at: at(2), text: "Sent, after 2.0 s in the queue" },
      { at: at(3), text: "The gateway answered, after 1.0 s" },
      { at: at(15), text: "The picture was saved, 13 s after it was sent" },
    ],
    billing: "Billed $0.04, by the gateway's word",
    requestId: "req_1",
  });
});

test("of what the painter made no sending and no gateway are told", () => {
  const attempts = [
    attemptOf({
      state: "succeeded",
      charged: "no",
      createdAt: at(0),
      sentAt: at(2),
      receivedAt: at(3),
      endedAt: at(5),
    }),
    attemptOf({ id: "a2", index: 1, state: "canceled", createdAt: at(0), endedAt: at(1) }),
    attemptOf({ id: "a3", index: 2, state: "sending", createdAt: at(0), sentAt: at(1) }),
    attemptOf({ id: "a4", index: 3, state: "claimed", createdAt: at(0) }),
    attemptOf({ id: "a5", index: 4, state: "queued", createdAt: at(0), notBefore: at(9) }),
  ];
  const history = describeHistory(generationOf({ gateway: painter, attempts }), t);

  expect(history.map(({ moments }) => moments.map(({ text }) => text))).toEqual([
    [
      "Put in the queue",
      "Begun, after 2.0 s in the queue",
      "The picture was saved, 3.0 s after it began",
    ],
    ["Put in the queue", "Stopped before it began"],
    ["Put in the queue", "Begun, after 1.0 s in the queue"],
    ["Put in the queue"],
    ["Put in the queue", "To be begun again"],
  ]);
  expect(JSON.stringify(history)).not.toMatch(/gateway|sent/i);
});

test("tries of one picture are numbered, oldest first, and a retry says what it repeats", () => {
  const lost = attemptOf({ id: "a1", index: 1, state: "unknown" });
  const other = attemptOf({ id: "a2", index: 0, state: "succeeded" });
  const retry = attemptOf({ id: "a3", index: 1, state: "queued", retryOfId: "a1" });
  const history = describeHistory(generationOf({ attempts: [other, retry, lost] }), t);

  expect(history.map(({ title }) => title)).toEqual([
    "Picture 2, first try",
    "Picture 1",
    "Picture 2, second try",
  ]);
  expect(history[2]?.moments[0]?.text).toBe(
    "Put in the queue, to try again after the first try: outcome unknown",
  );
});

test("how often it came back is told, and until when it waits", () => {
  const error = errorOf("rate_limited", "The gateway asks to wait.");
  const entry = entryOf({
    state: "queued",
    unsentCount: 1,
    refusedCount: 3,
    notBefore: at(30),
    error,
  });

  expect(entry?.moments.slice(1)).toEqual([
    { at: null, text: "Came back once without having been sent" },
    { at: null, text: "Refused 3 times: the gateway asked to wait" },
    { at: at(30), text: "To be sent again: The gateway asks to wait." },
  ]);
});

test("why it ended is told, and when Stop was pressed", () => {
  const error = errorOf("stopped", "It may still be charged.");
  const entry = entryOf({
    state: "failed",
    charged: "likely",
    sentAt: at(1),
    receivedAt: at(4),
    stopRequestedAt: at(3),
    endedAt: at(5),
    error,
  });

  expect(entry?.moments.slice(1)).toEqual([
    { at: at(1), text: "Sent, after 1.0 s in the queue" },
    { at: at(3), text: "Stop was pressed" },
    { at: at(4), text: "The gateway answered, after 3.0 s" },
    { at: at(5), text: "Failed, 4.0 s after it was sent: It may still be charged." },
  ]);
});

test.each([
  ["unknown", "Outcome unknown, 4.0 s after it was sent: Cut off.", at(5)],
  ["storing", "To be saved again: Cut off.", at(9)],
] as const)("one that is %s says so", (state, text, time) => {
  const entry = entryOf({
    state,
    sentAt: at(1),
    endedAt: state === "unknown" ? at(5) : null,
    notBefore: at(9),
    error: errorOf("x", "Cut off."),
  });
  expect(entry?.moments.at(-1)).toEqual({ at: time, text });
});

test("one that waited when a backup was made was canceled by the restore, and may have been sent elsewhere", () => {
  const error = errorOf("restored", "It waited when the backup was made.");
  const entry = entryOf({ state: "canceled", charged: "no", endedAt: at(1), error });
  expect(entry?.moments.at(-1)).toEqual({
    at: at(1),
    text: "Stopped when the backup was restored: It waited when the backup was made.",
  });
  expect(entry?.billing).toMatch(/^Not billed by this studio/);
});

test("one that was canceled was never sent", () => {
  const entry = entryOf({ state: "canceled", charged: "no", endedAt: at(1) });
  expect(entry).toMatchObject({ outcome: "Stopped", billing: "Not billed" });
  expect(entry?.moments.at(-1)).toEqual({ at: at(1), text: "Stopped before it was sent" });
});

test.each([
  [{ charged: "yes", settledAt: at(30) }, "The gateway, asked later, said that it was billed"],
  [{ charged: "no", settledAt: at(30) }, "The gateway, asked later, said that it was not billed"],
  [{ settleCount: 2 }, "The gateway was asked twice, and could not say yet"],
  [{ settleCount: 0, settleAt: at(30) }, "The gateway is asked whether it was billed"],
] as const)("what the gateway says of an unknown outcome is told (%j)", (settling, words) => {
  const entry = entryOf({ state: "unknown", sentAt: at(1), endedAt: at(15), ...settling });
  expect(entry?.moments.at(-1)?.text).toBe(words);
});

test("who says that nothing was billed is told", () => {
  const entry = entryOf({ state: "unknown", charged: "no", settledAt: at(30), settleCount: 1 });
  expect(entry?.billing).toBe("Not billed: the gateway says so");
});

test("the first tries are words, others have their ending", () => {
  const tries = [5, 6, 11, 21, 22, 23].map((at) => t("history.pictureTry", { number: 1, try: at }));
  expect(tries.map((title) => title.split(" ")[2])).toEqual([
    "fifth",
    "6th",
    "11th",
    "21st",
    "22nd",
    "23rd",
  ]);
});
