import { findJson } from "./find-json.ts";
import { placeOf } from "./place-of.ts";
import { plain } from "./plain.ts";
import { type Bill, readBills } from "./read-bills.ts";
import {
  attemptKeys,
  codeKeys,
  echoKeys,
  errorKeys,
  filterKeys,
  flaggedKeys,
  parameterKeys,
  wordKeys,
} from "./said-keys.ts";
import { readDuration } from "./wait-in-words.ts";

/** All that an error answer says, wherever it stands. */
export interface Said {
  /** Its codes, types and numbers, the outermost first. */
  codes: string[];
  /** For people, the outermost first; of a text with JSON in it, that JSON's own words. */
  words: string[];
  /** Every text, as far as it is read: what it is judged by. */
  heard: string[];
  parameter: string | null;
  requestId: string | null;
  retryAfterSeconds: number | null;
  /** What failed one beside the other, or one after the other: entries of a list, or of attempts. */
  faults: unknown[];
  /** What its fields say of the bill. */
  bills: Bill[];
  /** Whether the numbers among its codes are those of MiniMax. */
  isMiniMax: boolean;
}

/** Some repeat a whole picture in their words. */
const heardCharactersMax = 8_000;
const depthMax = 12;
const textsMax = 40;

/** Gathers what JSON says of an error, in whatever places and names. Never throws. */
export function gatherSaid(json: unknown): Said {
  const said: Said = {
    codes: [],
    words: [],
    heard: [],
    parameter: null,
    requestId: null,
    retryAfterSeconds: null,
    faults: [],
    bills: [],
    isMiniMax: false,
  };
  gather(json, { key: "", depth: 0, said, isOfThis: true, isOfFilter: false });
  return said;
}

interface Place {
  /** The name under which the value stands, in lower case and without dashes. */
  key: string;
  depth: number;
  said: Said;
  /** Whether all that it stands in is the error itself. */
  isOfThis: boolean;
  /** Whether it stands in the verdicts of a filter. */
  isOfFilter: boolean;
}

function gather(value: unknown, place: Place): void {
  if (place.depth > depthMax || place.said.heard.length > textsMax) return;
  if (typeof value === "string") gatherText(value, place);
  if (typeof value === "number") gatherNumber(value, place);
  if (typeof value === "boolean") gatherFlag(value, place);
  if (typeof value === "object" && value !== null) gatherObject(value, place);
}

function gatherObject(value: object, place: Place): void {
  if (Array.isArray(value)) {
    if (value.filter(isFault).length > 1) place.said.faults.push(...value.filter(isFault));
    for (const item of value) gather(item, { ...place, depth: place.depth + 1 });
    return;
  }

  place.said.isMiniMax ||= "base_resp" in value;
  const isOfFilter = place.isOfFilter || filterKeys.test(place.key);
  const entries = Object.entries(value)
    .map(([name, inner]) => [plain(name), inner] as const)
    .sort(([one], [other]) => Number(other === "code") - Number(one === "code"));
  gatherParameter(value, entries, place);
  place.said.bills.push(...readBills(value, place));
  // What the object says itself comes before what is wrapped in it.
  for (const isWrapped of [false, true]) {
    for (const [key, inner] of entries) {
      if (flaggedKeys.test(key) && inner) place.said.codes.push("content_flagged");
      if (isWrapped && attemptKeys.test(key))
        place.said.faults.push(...[inner].flat().filter(isObject));
      if (echoKeys.test(key) || attemptKeys.test(key) || (typeof inner === "object") !== isWrapped)
        continue;
      const isOfThis = place.isOfThis && (!isWrapped || errorKeys.test(key));
      gather(inner, { ...place, key, depth: place.depth + 1, isOfThis, isOfFilter });
    }
  }
}

/** Whether an entry of a list says by a code what failed. */
function isFault(entry: unknown): boolean {
  return (
    isObject(entry) &&
    Object.entries(entry).some(([name, value]) => /^(error_?)?(code|error)$/i.test(name) && value)
  );
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function gatherText(value: string, place: Place): void {
  const { key, depth, said } = place;
  const text = value.trim();
  if (text === "") return;
  if (key === "requestid") said.requestId ??= text;
  if (/^retry(delay|after)/.test(key)) said.retryAfterSeconds ??= waitOf(key, text);
  const isCode = codeKeys.has(key) || (key === "name" && depth === 1);
  if (isCode || (key === "error" && /^\w+$/.test(text))) said.codes.push(text);
  // That there is one is its meaning, whatever its words.
  if (/^(refusal|blockreason|raifilteredreason)$/.test(key)) said.codes.push("refusal");
  const isSentence = key !== "reason" || /\s/.test(text);
  // Whatever it is called: some put the whole answer of a provider in.
  if (!wordKeys.has(key) && key !== "" && /^[[{][\s\S]*[\]}]$/.test(text)) {
    const found = findJson(text.slice(0, heardCharactersMax));
    if (found) gather(found.json, { ...place, depth: depth + 1 });
  }
  // What is under no name of its own is an entry of a list, as `errors: ["Too large."]` has it.
  if (!(wordKeys.has(key) || key === "") || !isSentence) return;

  said.heard.push(text.slice(0, heardCharactersMax));
  const found = findJson(text);
  const wordsBefore = said.words.length;
  if (found) gather(found.json, { ...place, depth: depth + 1 });
  else gatherPython(text, said);
  if (said.words.length === wordsBefore) said.words.push(text);
}

/** Python's own spelling of a dictionary, as its clients put it into their messages. */
function gatherPython(text: string, said: Said): void {
  if (!/\{\s*'/.test(text)) return;

  for (const [, , code = ""] of text.matchAll(/'(code|type)':\s*'([^']{1,80})'/g)) {
    said.codes.push(code);
  }
  const [, , words] = /'(?:message|msg)':\s*(['"])(.+?)\1\s*[,}]/.exec(text) ?? [];
  if (words) said.words.push(words);
}

function gatherFlag(value: boolean, { key, said, isOfFilter }: Place): void {
  if (value && (/^(is)?(flagged|moderated)$/.test(key) || (isOfFilter && key === "filtered"))) {
    said.codes.push("content_flagged");
  }
  if (value && /^(has)?nsfw(concepts|content|contents|contentdetected|detected)?$/.test(key)) {
    said.codes.push("nsfw");
  }
}

function gatherNumber(value: number, { key, said }: Place): void {
  if (codeKeys.has(key)) said.codes.push(String(value));
  if (/^retryafter(ms|seconds)?$/.test(key)) said.retryAfterSeconds ??= waitOf(key, String(value));
}

/** In seconds; null for what is no time. */
function waitOf(key: string, text: string): number | null {
  if (!/^\d/.test(text)) return null;
  const seconds = readDuration(text);
  return seconds !== null && key.endsWith("ms") ? seconds / 1_000 : seconds;
}

/** Which parameter is wrong: by its name, by its place in the body, or as the key of a list of faults. */
function gatherParameter(
  value: object,
  entries: readonly (readonly [string, unknown])[],
  { key, said }: Place,
): void {
  for (const [name, inner] of entries) {
    if (parameterKeys.has(name)) said.parameter ??= placeOf(inner);
  }
  // Some list the faults by their fields, and nothing else.
  const faults = Object.entries(value);
  if (key !== "errors" && !(key === "" && faults.every(([, inner]) => isTexts(inner)))) return;
  for (const [name, inner] of faults) {
    if (!isTexts(inner)) continue;
    said.parameter ??= placeOf(name);
    said.words.push(...inner);
    said.heard.push(...inner);
  }
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((text) => typeof text === "string");
}
