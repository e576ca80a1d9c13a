/** With so much behind a line break it is clear what stands there. */
const enough = "data: event:".length;

/**
 * Where base64 goes on behind a line break that no string of JSON may have: on the next line, in a stream of events behind
 * the name of its field. Null where another line begins, or none.
 */
export function afterBreak(text: string): string | null | "undecided" {
  const [lineBreak = ""] = /^(?:\r\n|\r|\n)(data: ?)?/.exec(text) ?? [];
  const next = text.slice(lineBreak.length);
  if (/^[A-Za-z0-9+/_=-]{0,3}"/.test(next)) return next;
  if (
    next.length < enough &&
    /^[A-Za-z0-9+/_=-]*(:|$)/.test(next) &&
    !/^(event|id|retry|data):/.test(next)
  ) {
    return "undecided";
  }
  const isOn = /^[A-Za-z0-9+/_=-]{4}/.test(next) && !/^(event|retry|data|id):/.test(next);
  return isOn ? next : null;
}
