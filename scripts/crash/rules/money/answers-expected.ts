import type { Asked } from "../../evidence.ts";
import type { Rule } from "../rule.ts";

/** 404: it is in the trash; 409: it is still running, waits no more, or has its picture by now; 503: the database is away. */
const expected: Record<Asked["operation"], readonly number[]> = {
  create: [200, 202, 503],
  move: [200, 409, 503],
  stop: [200, 404, 503],
  "hang-up": [200, 404, 503],
  retry: [200, 404, 409, 503],
  delete: [200, 404, 409, 503],
  restore: [200, 404, 503],
};

/** Whoever is answered at all is answered with sense. */
export const answersExpected: Rule = {
  name: "answers-expected",
  promise: "no answer but those that a client can do something with",
  find: ({ asked }) =>
    asked
      .filter(({ operation, status }) => status !== null && !expected[operation].includes(status))
      .map(({ operation, key, status }) => `${operation} ${key} was answered with ${status}`),
};
