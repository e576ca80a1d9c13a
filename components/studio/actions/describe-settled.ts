import type { GenerationView } from "#lib/contract/generation-view.ts";

/** What the gateway said, when it was asked what became of a generation's unknown outcomes. */
export function describeSettled({ attempts }: GenerationView): string {
  const asked = attempts.filter(({ settleCount }) => settleCount);
  const settled = asked.filter(({ settledAt }) => settledAt !== null);
  if (settled.length === 0 || settled.length < asked.length) {
    return "The gateway does not know yet";
  }

  const billed = settled.filter(({ charged }) => charged === "yes").length;
  if (billed === 0) return "The gateway says: not billed";
  return billed === settled.length
    ? "The gateway says: billed"
    : `The gateway says: ${billed} of ${settled.length} billed`;
}
