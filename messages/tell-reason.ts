import type { Words } from "#messages/create-words.ts";
import type { Reason } from "#messages/reason.ts";

/** A reason in words. */
export function tellReason({ code, parameters }: Reason, t: Words): string {
  const values = Object.entries(parameters).map(
    ([name, value]) => [name, typeof value === "object" ? tellReason(value, t) : value] as const,
  );
  return t(`reasons.${code}`, Object.fromEntries(values));
}
