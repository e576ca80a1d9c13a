const wait =
  /\b(?:try again|retry|wait|available)(?:ing)?\b[^.]{0,20}?(?:in|after|for)\s+(?:(\d+)m(?!s))?\s*(\d+(?:\.\d+)?)?\s*(ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?)?\b/i;

/** The seconds that a sentence asks to wait, as "Please try again in 1m2.5s"; null where it asks for none. */
export function waitInWords(words: string): number | null {
  const [, minutes, amount, unit = "s"] = wait.exec(words) ?? [];
  if (minutes === undefined && amount === undefined) return null;

  const seconds =
    Number(amount ?? 0) * (/^ms|^milli/i.test(unit) ? 0.001 : /^m/i.test(unit) ? 60 : 1);
  return Number(minutes ?? 0) * 60 + seconds;
}
