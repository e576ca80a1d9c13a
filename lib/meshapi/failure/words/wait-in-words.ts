const amount =
  "\\d+(?:\\.\\d+)?\\s*(?:ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?)?(?![a-z\\d-])";
const duration = `~?\\s*((?:${amount})(?:(?:,? and |,? )?(?:\\d+(?:\\.\\d+)?\\s*[a-z]+))*|\\d+[hm]\\d[\\dhms.]*)`;

const waits = [
  new RegExp(
    `\\b(?:try again|retry|wait|available|resets?)(?:ing)?\\b[^.]{0,20}?(?:in|after|for)\\s+${duration}`,
    "i",
  ),
  new RegExp(`\\b(?:wait|retry[ _-]after:?)\\s+${duration}`, "i"),
  /(\d+(?:\.\d+)?\s*(?:毫秒|秒|分钟|分鐘|分|小时|小時))[钟鐘]?(?:之)?[后後]/,
];

const secondsOf: readonly [unit: RegExp, seconds: number][] = [
  [/^(ms|milli|毫秒)/i, 0.001],
  [/^d/i, 86_400],
  [/^(h|小)/i, 3_600],
  [/^(m|分)/i, 60],
  [/^(s|秒|$)/i, 1],
];

/** The seconds that a sentence asks to wait, as "Please try again in 1m2.5s"; null where it asks for none. */
export function waitInWords(words: string): number | null {
  const found = waits.map((pattern) => pattern.exec(words)?.[1]).find(Boolean);
  return found === undefined ? null : readDuration(found);
}

/** As "90", "1m30s", "500ms", "2 minutes and 5 seconds"; null for what is none. */
export function readDuration(text: string): number | null {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+|毫秒|秒|分|小)?/gi)];
  let seconds: number | null = null;

  for (const [, number, unit = ""] of parts) {
    const known = secondsOf.find(([pattern]) => pattern.test(unit));
    if (!known) return seconds;
    seconds = (seconds ?? 0) + Number(number) * known[1];
  }
  return seconds;
}
