import { expect, test } from "vitest";
import {
  attemptOf,
  gateway,
  generationOf,
  painter,
} from "#components/data/records/test-records.ts";
import { describeStop } from "#components/queue/describe-stop.ts";
import type { AttemptView } from "#lib/contract/generation-view.ts";
import { english as t } from "#messages/english.server.ts";

const time = "2026-01-01T12:00:05.000Z";
const queued = attemptOf({ id: "queued" });
const canceled = attemptOf({
  ...queued,
  state: "canceled",
  charged: "no",
  stopRequestedAt: time,
  endedAt: time,
});
const sending = attemptOf({ id: "sending", state: "sending" });
const stopping = attemptOf({ ...sending, stopRequestedAt: time });
const hungUp = attemptOf({ ...stopping, state: "failed", charged: "likely", endedAt: time });
const made = attemptOf({ ...sending, state: "succeeded", charged: "yes", endedAt: time });

function say(before: AttemptView[], after: AttemptView[], madeBy = gateway): string {
  return describeStop(
    generationOf({ gateway: madeBy, attempts: before }),
    generationOf({ gateway: madeBy, attempts: after }),
    t,
  );
}

test("what was not sent is free for certain", () => {
  expect(say([queued], [canceled])).toBe("Stopped. Nothing was billed.");
});

test("beside a picture that was paid for, only what was not sent is called free", () => {
  const earlier = attemptOf({ ...made, id: "earlier" });
  expect(say([earlier, queued], [earlier, canceled])).toBe("Stopped: 1 not sent, free.");
});

test("what was sent may be billed, and is kept", () => {
  expect(say([queued, sending], [canceled, stopping])).toBe(
    "1 not sent, free. 1 already sent and may be billed: what still comes is kept.",
  );
});

test("a second press hangs up", () => {
  expect(say([stopping], [hungUp])).toBe("Stopped waiting. What was already sent may be billed.");
});

test("what has arrived and is being saved is not hung up on", () => {
  const storing = attemptOf({ ...stopping, state: "storing" });
  expect(say([storing], [storing])).toBe(
    "1 already sent and may be billed: what still comes is kept.",
  );
});

test("a press that came too late is not called a stop, nor the picture free", () => {
  expect(say([sending], [made])).toBe("It had ended already: there was nothing left to stop.");
});

test("what had been canceled before is not counted again", () => {
  expect(say([canceled, sending], [canceled, stopping])).toBe(
    "1 already sent and may be billed: what still comes is kept.",
  );
});

test("the painter is free, whatever was sent", () => {
  expect(say([sending], [stopping], painter)).toBe("Stopped. Nothing was billed.");
});
