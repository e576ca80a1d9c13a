import type { AttemptView } from "#lib/contract/generation-view.ts";

/** What is said once of the attempts of one press that ended, or hang, for one reason. */
export interface ProblemGroup {
  key: string;
  /** Stopped by a person: of some that is free for certain, of others it may not be. */
  isStopped: boolean;
  /** Others of the press came, or ended for another reason. */
  isPartly: boolean;
  attempts: readonly AttemptView[];
  /** The same attempts by how each ended, and what was billed for it. */
  parts: readonly (readonly AttemptView[])[];
}

/** The attempts without a picture of one press for so many, by reason, in their order. */
export function groupProblems(attempts: readonly AttemptView[], asked: number): ProblemGroup[] {
  const kinds = Map.groupBy(attempts, kindOf);
  const groups = Map.groupBy(kinds, ([kind, [first]]) =>
    first && isStopped(first) ? "stopped" : kind,
  );
  return [...groups].map(([key, ofGroup]) => {
    const parts = ofGroup.map(([, part]) => part);
    const all = new Set(parts.flat());
    const inOrder = attempts.filter((attempt) => all.has(attempt));
    const isPartly = inOrder.length < asked;
    return { key, isStopped: key === "stopped", isPartly, attempts: inOrder, parts };
  });
}

function kindOf({ state, charged, error, settledAt }: AttemptView): string {
  return `${state} ${charged} ${settledAt !== null} ${error?.code} ${JSON.stringify(error?.reason)}`;
}

/** What is canceled by a restored backup was not stopped by a person. */
function isStopped({ state, error, settledAt }: AttemptView): boolean {
  if (state === "canceled") return error?.code !== "restored";
  return error?.code === "stopped" && settledAt === null;
}
