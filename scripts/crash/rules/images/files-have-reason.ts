import type { Rule } from "../rule.ts";

/**
 * A picture is filed beside its spooling, so a crash may leave a file whose attempt never learnt of it. Any other file
 * without a row is a picture that was lost.
 */
export const filesHaveReason: Rule = {
  name: "files-have-reason",
  promise: "every file has a row, or belongs to an attempt that a crash interrupted",
  find({ rows, files, ledger, changes }) {
    const shown = new Set(rows.images.map(({ hash }) => hash));
    const interrupted = new Set(
      changes.filter((change) => isTakeOver(change)).map(({ attemptId }) => attemptId),
    );
    const states = new Map(rows.attempts.map(({ id, state }) => [id, state]));
    const excused = new Set(
      ledger.charges
        .filter(
          ({ idempotencyKey: key }) =>
            interrupted.has(key ?? "") || states.get(key ?? "") !== "succeeded",
        )
        .flatMap(({ hashes }) => hashes),
    );

    return files
      .map(({ name }) => ({ name, hash: name.slice(3, 67) }))
      .filter(({ hash }) => !shown.has(hash) && !excused.has(hash))
      .map(({ name }) => `file ${name} has no row, and no crash explains it`);
  },
};

function isTakeOver({
  from,
  to,
  fromFence,
  toFence,
}: {
  from: string | null;
  to: string;
  fromFence: number;
  toFence: number;
}) {
  return from === to && toFence > fromFence;
}
