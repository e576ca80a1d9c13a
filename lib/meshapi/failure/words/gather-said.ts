import { findJson } from "./find-json.ts";
import { codeKeys, echoKeys, errorKeys, parameterKeys, wordKeys } from "./said-keys.ts";

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
  };
  gather(json, { key: "", depth: 0, said, isOfThis: true });
  return said;
}

interface Place {
  /** The name under which the value stands, in lower case and without dashes. */
  key: string;
  depth: number;
  said: Said;
  /** Whether all that it stands in is the error itself. */
  isOfThis: boolean;
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
    for (const item of value) gather(item, { ...place, depth: place.depth + 1 });
    return;
  }

  const entries = Object.entries(value)
    .map(([name, inner]) => [plain(name), inner] as const)
    .sort(([one], [other]) => Number(other === "code") - Number(one === "code"));
  gatherParameter(value, entries, place);
  // What the object says itself comes before what is wrapped in it.
  for (const isWrapped of [false, true]) {
    for (const [key, inner] of entries) {
      if (echoKeys.test(key) || (typeof inner === "object") !== isWrapped) continue;
      const isOfThis = place.isOfThis && (!isWrapped || errorKeys.test(key));
      gather(inner, { ...place, key, depth: place.depth + 1, isOfThis });
    }
  }
}

function gatherText(value: string, { key, depth, said, isOfThis }: Place): void {
  const text = value.trim();
  if (text === "") return;
  if (key === "requestid") said.requestId ??= text;
  if (key === "retrydelay") said.retryAfterSeconds ??= Number.parseFloat(text) || null;
  const isCode = codeKeys.has(key) || (key === "name" && depth === 1);
  if (isCode || (key === "error" && /^\w+$/.test(text))) said.codes.push(text);
  // That there is one is its meaning, whatever its words.
  if (/^(refusal|blockreason|raifilteredreason)$/.test(key)) said.codes.push("refusal");
  const isSentence = key !== "reason" || /\s/.test(text);
  // What is under no name of its own is an entry of a list, as `errors: ["Too large."]` has it.
  if (!(wordKeys.has(key) || key === "") || !isSentence) return;

  said.heard.push(text.slice(0, heardCharactersMax));
  const found = findJson(text);
  const wordsBefore = said.words.length;
  if (found) gather(found.json, { key, depth: depth + 1, said, isOfThis });
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

function gatherFlag(value: boolean, { key, said, isOfThis }: Place): void {
  if (value && /^(has)?nsfw(concepts|content|contents|contentdetected|detected)?$/.test(key)) {
    said.codes.push("nsfw");
  }
  if (!/^(is|was)?(charged|billed)$/.test(key)) return;
  // That another one was free, as one before it, says nothing of this one.
  if (value) said.codes.push("charged");
  else if (isOfThis) said.codes.push("not_charged");
}

function gatherNumber(value: number, { key, said }: Place): void {
  if (codeKeys.has(key)) said.codes.push(String(value));
  if (key === "retryafterseconds" || key === "retryafter") said.retryAfterSeconds ??= value;
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

/** As "size", or `["body", "image", 0]`, whose first part is where it was looked for. */
function placeOf(value: unknown): string | null {
  if (typeof value === "string") return /^[\w.[\]-]{1,64}$/.test(value) ? value : null;
  if (!Array.isArray(value)) return null;

  const [first, ...rest] = value.map(String);
  const isPlace = first === undefined || /^(body|query|header|path)$/.test(first);
  return (isPlace ? rest : [first, ...rest]).join(".") || null;
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[-_\s]/g, "");
}
