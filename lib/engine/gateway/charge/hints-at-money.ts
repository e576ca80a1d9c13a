import { alphanumeric } from "#lib/meshapi/failure/words/plain.ts";

/** Whatever else a gateway may call what it took, in lower case and without dashes. */
const costNames = /cost|spen[dt]|debit|charge|billed|usd/;
/** What was not taken from anybody for this request, and what is no amount. */
const otherNames =
  /refund|remain|balance|limit|budget|reserve|hold|estimate|quote|saved|before|after|unit|per(?!ation)|max|list|type|status|center|currency|id$|at$/;

/** An amount that is not nothing, with a sign or a word of its money before or behind it. */
const amount = /^\D{0,4}(?=[\d.,\s]*[1-9])\d[\d.,\s]*\D{0,4}$/;

const depthMax = 3;

/** Whether a row tells, somewhere, of money that may have been taken, in a name or a spelling that nobody knows. */
export function hintsAtMoney(value: unknown, name = "", depth = 0): boolean {
  if (otherNames.test(name)) return false;
  if (typeof value === "object" && value !== null) {
    return (
      depth < depthMax &&
      Object.entries(value).some(([inner, of]) =>
        hintsAtMoney(of, alphanumeric(`${name} ${inner}`), depth + 1),
      )
    );
  }
  return costNames.test(name) && value !== true && amount.test(String(value));
}
