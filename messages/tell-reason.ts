import type { Words } from "#messages/create-words.ts";
import type { Reason } from "#messages/reason.ts";

/** A reason in words. */
export function tellReason({ code, parameters }: Reason, t: Words): string {
  return t(`reasons.${code}`, tellValues(parameters, t));
}

/** Values of a sentence, of which one may be a reason. */
export function tellValues(
  values: Reason["parameters"],
  t: Words,
): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "object" ? tellReason(value, t) : value,
    ]),
  );
}
