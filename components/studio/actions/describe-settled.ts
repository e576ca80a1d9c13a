import type { GenerationView } from "#lib/contract/generation-view.ts";
import type { Words } from "#messages/create-words.ts";

/** What the gateway said, when it was asked what became of a generation's unknown outcomes. */
export function describeSettled({ attempts }: GenerationView, t: Words): string {
  const asked = attempts.filter(({ settleCount }) => settleCount);
  const settled = asked.filter(({ settledAt }) => settledAt !== null);
  if (settled.length === 0 || settled.length < asked.length) {
    return t("studio.notKnownYet");
  }

  const billed = settled.filter(({ charged }) => charged === "yes").length;
  const isAll = billed === settled.length ? "yes" : "no";
  return t("studio.askedBilled", { billed, settled: settled.length, isAll });
}
