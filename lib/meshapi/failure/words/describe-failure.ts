import { createParser } from "eventsource-parser";
import { redact, redactJson } from "../../secret/redact.ts";
import { closeJson, findJson } from "./find-json.ts";
import { gatherSaid } from "./gather-said.ts";
import { readPage } from "./read-page.ts";
import type { Said } from "./said.ts";

/** What an error answer says; null where it says nothing. */
export interface Failure {
  code: string | null;
  message: string | null;
  parameter: string | null;
  requestId: string | null;
  retryAfterSeconds: number | null;
  /** The answer itself: parsed, or the first 2,000 characters of what is not JSON. */
  details: unknown;
}

const detailsCharactersMax = 2_000;
const messageCharactersMax = 1_000;

/** Words for any error, and for none. */
const sayNothing = /^(error|errors|fail|failed|failure|false|true|0)$/i;

/** Words for what went well, of the envelope in which a failure comes. */
const wentWell =
  /^(ok(ay)?|success(ful(ly)?)?|succeed(ed)?|done|completed|(请求|操作|调用)?成功)[.!。！]?$/i;

/** So many of its texts are put together; more are a list that nobody reads. */
const wordsMax = 3;

/**
 * Reads an error in any of the shapes that gateways use, a page of HTML among them, and leaves out what must not be repeated:
 * of JSON once it is read, for a secret may be a word of its own. Never throws.
 */
export function describeFailure(body: string, secrets: readonly string[] = []): Failure {
  const text = withoutFraming(body);
  const json = parseJson(text) ?? closeJson(text);
  const details =
    json === undefined
      ? redact(body, secrets).slice(0, detailsCharactersMax)
      : redactJson(json, secrets);
  const said = hear(details);
  // A state may be a sentence. Of JSON in which nothing is known by name, all of it, rather than nothing.
  const state = said.codes.find((code) => /\S\s\S/.test(code));
  const own = said.words.filter((text) => !wentWell.test(text.trim()));
  const words =
    own.length > 0
      ? own
      : [state ?? (typeof details === "object" ? rawOf(redact(text, secrets)) : "")];

  return {
    code: said.codes.find((code) => !sayNothing.test(code)) ?? null,
    message: join(words) || null,
    parameter: said.parameter ?? namedIn(said.heard),
    requestId: said.requestId,
    retryAfterSeconds: said.retryAfterSeconds,
    details,
  };
}

/** What parsed JSON, or the text of a page, says. */
export function hear(details: unknown): Said {
  if (typeof details !== "string") return gatherSaid(details);

  const found = findJson(details);
  if (found) return gatherSaid(details);
  const { code, words } = readPage(details);
  const said = gatherSaid(words ?? "");
  return code === null ? said : { ...said, codes: [code, ...said.codes], errorCodes: [code] };
}

/** Without a byte order mark; and of an event stream the event that tells of an error, for some gateways tell it so. */
function withoutFraming(body: string): string {
  const text = body.replace(/^\uFEFF/, "").trim();
  if (!/^(data|event|id|retry)?:/.test(text)) return text;

  const events: string[] = [];
  const parser = createParser({ onEvent: ({ data }) => events.push(data) });
  parser.feed(`${text}\n\n`);
  const said = events.map((data) => gatherSaid(parseJson(data) ?? closeJson(data)));
  // An error is the end, and what stands before it is a ping, or progress.
  const telling = said.findLastIndex(({ words }) => words.length > 0);
  const coded = said.findLastIndex(({ codes }) => codes.length > 0);
  return events[telling] ?? events[coded] ?? events[0] ?? text;
}

/** A text of JSON within a text is opened, too. */
function parseJson(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text);
    return (typeof json === "string" && parseJson(json)) || json;
  } catch {
    return undefined;
  }
}

function rawOf(text: string): string {
  return /^(\{\s*\}|\[\s*\])$/.test(text) ? "" : text;
}

/** Different texts, one behind the other; one that another holds is not said twice. */
function join(words: readonly string[]): string {
  const different = words.filter(
    (text, at) =>
      words.indexOf(text) === at &&
      !words.some((other) => other !== text && other.toLowerCase().includes(text.toLowerCase())),
  );
  const sentences = different
    .slice(0, wordsMax)
    .map((text, at, all) => (at < all.length - 1 && !/[.!?:。！]$/.test(text) ? `${text}.` : text));

  const joined = sentences.join(" ");
  return joined.length > messageCharactersMax
    ? `${joined.slice(0, messageCharactersMax).toWellFormed()}…`
    : joined;
}

/** A parameter that only the words name, as "Unknown parameter: 'stream'". */
function namedIn(heard: readonly string[]): string | null {
  const named =
    /\b(?:error in|parameters?|arguments?|field|property|value for|key|input)\s*:?\s+['"`](?:parameters\.|body\.)?([a-z]\w{0,63})['"`]/i;

  return heard.map((text) => named.exec(text)?.[1]).find(Boolean) ?? null;
}
