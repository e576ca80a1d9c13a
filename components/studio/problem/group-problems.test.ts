import { expect, test } from "vitest";
import { attemptOf, gateway, painter } from "#components/data/records/test-records.ts";
import { describeGroup } from "#components/studio/problem/describe-group.ts";
import { groupProblems } from "#components/studio/problem/group-problems.ts";
import type { AttemptView } from "#lib/contract/generation-view.ts";
import { english as t } from "#messages/english.server.ts";
import { because } from "#messages/reason.ts";

function ended(id: string, given: Partial<AttemptView>, code?: string): AttemptView {
  const error = code
    ? { code, reason: because("said", { said: "As it was told." }), detail: null, field: null }
    : null;
  return attemptOf({ id, state: "failed", charged: "no", error, ...given });
}

function saidOf(attempts: readonly AttemptView[], of = gateway) {
  return groupProblems(attempts).map((group) => {
    const said = describeGroup(group, { gateway: of, isKeyGiven: false, t });
    return said && [said.title, said.bill, said.step];
  });
}

test("what failed for one reason is said once, what failed for another apart", () => {
  const attempts = [
    ended("a1", {}, "unreachable"),
    ended("a2", {}, "refused"),
    ended("a3", {}, "unreachable"),
  ];
  expect(groupProblems(attempts).map((group) => group.attempts.map(({ id }) => id))).toEqual([
    ["a1", "a3"],
    ["a2"],
  ]);
  expect(saidOf(attempts)).toEqual([
    ["2 pictures: Gateway not reached.", "Not billed.", "retry"],
    ["Declined by the provider.", "Not billed.", "edit-prompt"],
  ]);
});

test("a stop is one line, whatever it found, and how much of it is paid for", () => {
  const attempts = [
    ended("a1", { state: "canceled" }),
    ended("a2", { charged: "likely" }, "stopped"),
    ended("a3", { state: "canceled" }),
  ];
  expect(saidOf(attempts)).toEqual([
    ["Stopped: 3 pictures.", "2 not billed, 1 probably billed.", "retry-with-warning"],
  ]);
  expect(saidOf(attempts.slice(0, 1))).toEqual([["Stopped.", "Not billed.", "retry"]]);
  expect(saidOf([ended("a1", { state: "canceled" })], painter)).toEqual([
    ["Stopped.", "Free.", "retry"],
  ]);
});

test("what a restored backup canceled was not stopped by anybody", () => {
  expect(saidOf([ended("a1", { state: "canceled" }, "restored")])).toEqual([
    ["Not sent since a backup was restored.", "Not billed by this studio.", "retry-with-warning"],
  ]);
});

test("where something can be done here, that comes before the gateway's own site", () => {
  const lost = ended("a1", { state: "unknown", charged: null }, "timeout");
  expect(saidOf([lost])[0]?.[2]).toBe("retry-with-warning");
  expect(saidOf([{ ...lost, settleCount: 1 }])[0]?.[2]).toBe("ask-gateway");
  expect(saidOf([ended("a1", {}, "payment_required")])[0]?.[2]).toBe("open-gateway");
});
