/** The headers of an answer, of which their names may not be known. */
export interface AnswerHeaders {
  get(name: string): string | null;
  keys?(): Iterable<string>;
}

/** As LiteLLM's `x-litellm-response-cost`, and what others send in its manner. */
const costName = /(^|[-_])cost([-_]in)?([-_]usd)?$/i;
/** What is no cost of this request, or not in dollars. */
const otherName =
  /credit|point|token|limit|budget|max|min|estimat|quote|unit|saved|saving|discount|margin|key|user|team|org|month|dai?ly|day|accumulat|session/i;

/** What the headers of an answer say that it cost, in US dollars; null where they say nothing, or that it was nothing: some say so before they know. */
export function readCostHeader(headers: AnswerHeaders): string | null {
  const names = [...(headers.keys?.() ?? ["x-litellm-response-cost"])];
  const costs = names
    .filter((name) => costName.test(name) && !otherName.test(name))
    .map((name) => headers.get(name));
  return costs.find((cost) => /^\s*\d/.test(cost ?? "") && Number(cost) > 0)?.trim() ?? null;
}
