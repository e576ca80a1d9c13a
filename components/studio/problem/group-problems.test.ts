import { expect, test } from "vitest";
import { attemptOf, gateway, painter } from "#components/data/records/test-records.ts";
import { problemCodes } from "#components/queue/problem-words.ts";
import { describeGroup } from "#components/studio/problem/describe-group.ts";
import { describeProblem } from "#components/studio/problem/describe-problem.ts";
import { groupProblems } from "#components/studio/problem/group-problems.ts";
import type { AttemptView } from "#lib/contract/generation-view.ts";
import { english as t } from "#messages/english.server.ts";
import { because } from "#messages/reason.ts";

function ended(id: string, given: Partial<AttemptView>, code?: string): AttemptView {
  const error = code ? errorOf(code) : null;
  return attemptOf({ id, state: "failed", charged: "no", error, ...given });
}

function errorOf(code: string) {
  const reason = because("said", { said: "As it was told." });
  return { code, reason, detail: null, field: null };
}

function saidOf(attempts: readonly AttemptView[], { of = gateway, asked = attempts.length } = {}) {
  return groupProblems(attempts, asked).map((group) => {
    const said = describeGroup(group, { gateway: of, isKeyGiven: false, t });
    return said && [said.title, said.bill, ...said.steps];
  });
}

test("what failed for one reason is said once, what failed for another apart", () => {
  const attempts = [
    ended("a1", {}, "unreachable"),
    ended("a2", {}, "refused"),
    ended("a3", {}, "unreachable"),
  ];
  expect(groupProblems(attempts, 3).map((group) => group.attempts.map(({ id }) => id))).toEqual([
    ["a1", "a3"],
    ["a2"],
  ]);
  expect(saidOf(attempts)).toEqual([
    ["2 pictures: Gateway not reached.", "Not billed.", "retry"],
    ["Declined by the provider.", "Not billed.", "edit-prompt", "retry"],
  ]);
});

test("where only some were declined, these alone can be asked for again", () => {
  const some = [ended("a1", {}, "refused"), ended("a2", {}, "refused")];
  expect(saidOf(some, { asked: 4 })[0]?.slice(2)).toEqual(["edit-prompt", "retry"]);
  expect(saidOf(some, { asked: 2 })[0]?.slice(2)).toEqual(["edit-prompt"]);
  const paid = [ended("a1", { charged: "likely" }, "refused")];
  expect(saidOf(paid, { asked: 2 })[0]?.slice(2)).toEqual(["edit-prompt", "retry-with-warning"]);
});

test("no title has a colon of its own, for it stands after one, and no bill says what its title says", () => {
  const codes = [...problemCodes, "from_the_future"];
  const attempts = codes.flatMap((code) => [
    ended(code, { error: { ...errorOf(code), field: "size" } }),
    ended(code, { state: "unknown", charged: null }, code),
    ended(code, { state: "unknown", charged: "no", settledAt: "2026-01-01T12:02:00Z" }, code),
    ended(code, { state: "unknown", charged: "yes", settledAt: "2026-01-01T12:02:00Z" }, code),
    ended(code, { state: "storing", charged: null }, code),
    ended(code, { state: "canceled" }, code),
  ]);
  for (const attempt of attempts) {
    const { title, billed } = describeProblem(attempt, { gateway, t });
    expect(title).not.toMatch(/:|billed|paid/);
    expect(billed).not.toBe("");
  }
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
  expect(saidOf([ended("a1", { state: "canceled" })], { of: painter })).toEqual([
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
