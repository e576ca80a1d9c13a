import { expect, test } from "vitest";
import {
  decideSubmission,
  type LastSubmission,
} from "#components/data/submit/decide-submission.ts";

const last: LastSubmission = {
  key: "k",
  intent: "fox",
  body: "{}",
  submittedAt: 10_000,
  isAnswered: true,
};

test.each([
  ["nothing was pressed before", null, "fox", 10_000, "new"],
  ["the second click of a double click", last, "fox", 10_999, "again"],
  ["answered, and a second has passed", last, "fox", 11_000, "new"],
  ["not answered yet, however long", { ...last, isAnswered: false }, "fox", 99_000, "again"],
  ["another request at once", last, "owl", 10_001, "new"],
  ["another request before the answer", { ...last, isAnswered: false }, "owl", 10_001, "new"],
] as const)("%s", (_name, submission, intent, now, verdict) => {
  expect(decideSubmission(submission, { intent, now })).toBe(verdict);
});
