import type { Asked, Evidence } from "../../evidence.ts";
import type { Rule } from "../rule.ts";

/** A press that was answered is there, once, and every answer to it is the same. */
export const createsKept: Rule = {
  name: "creates-kept",
  promise: "every answered press is one generation with its n attempts, the same in each answer",
  find(evidence) {
    const creates = evidence.asked.filter(({ operation }) => operation === "create");
    return [...Map.groupBy(creates, ({ key }) => key)].flatMap(([key, asked]) =>
      judgePress(evidence, { key, asked }).map((fault) => `press ${key} ${fault}`),
    );
  },
};

function judgePress(
  { rows }: Evidence,
  { key, asked }: { key: string; asked: readonly Asked[] },
): string[] {
  const made = rows.generations.filter(({ idempotencyKey }) => idempotencyKey === key);
  const answers = asked.flatMap(({ answer }) => (answer ? [answer] : []));
  const ids = new Set(answers.map(({ id }) => id));
  if (made.length > 1) return [`made ${made.length} generations`];
  if (ids.size > 1) return [`was answered with ${ids.size} generations: ${[...ids]}`];
  if (asked.filter(({ status }) => status === 202).length > 1) return ["was new more than once"];

  const [generation] = made;
  const [press] = asked;
  if (!generation || !press)
    return answers.length > 0 ? [`was answered with ${[...ids]}, which is not there`] : [];
  if (answers.length > 0 && !ids.has(generation.id))
    return [`was answered with ${[...ids]}, and made ${generation.id}`];
  if (generation.prompt !== press.prompt) return [`made a generation of "${generation.prompt}"`];

  const attempts = rows.attempts.filter(({ generationId }) => generationId === generation.id);
  const first = attempts.filter(({ retryOfId }) => retryOfId === null);
  const known = new Set(attempts.map(({ id }) => id));
  const lost = answers.flatMap(({ attemptIds }) => attemptIds).filter((id) => !known.has(id));
  return [
    ...(first.length === press.n ? [] : [`has ${first.length} attempts and not ${press.n}`]),
    ...(lost.length === 0 ? [] : [`was answered with attempts that are not there: ${lost}`]),
  ];
}
