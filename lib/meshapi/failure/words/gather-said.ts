import { findJson } from "./find-json.ts";
import { gatherParameter } from "./gather-parameter.ts";
import { gatherPython } from "./gather-python.ts";
import { isTopic, tellsPassed } from "./passed-check.ts";
import { plain } from "./plain.ts";
import { readBills } from "./read-bills.ts";
import type { Said } from "./said.ts";
import {
  attemptKeys,
  codeKeys,
  echoKeys,
  errorKeys,
  faultKeys,
  filterKeys,
  flaggedKeys,
  reasonKeys,
  wordKeys,
} from "./said-keys.ts";
import { flagsRefusal } from "./verdict-flags.ts";
import { readDuration } from "./wait-in-words.ts";

/** Some repeat a whole picture in their words. */
const heardCharactersMax = 8_000;
const depthMax = 12;
const textsMax = 40;

/** Gathers what JSON says of an error, in whatever places and names. Never throws. */
export function gatherSaid(json: unknown): Said {
  const said: Said = {
    codes: [],
    errorCodes: [],
    reasons: [],
    words: [],
    heard: [],
    parameter: null,
    requestId: null,
    retryAfterSeconds: null,
    faults: [],
    bills: [],
    isMiniMax: false,
  };
  gather(json, { key: "", depth: 0, said, ...atRoot });
  return said;
}

const atRoot = { isOfThis: true, isOfFilter: false, isOfError: false, isPassed: false };

interface Place {
  /** The name under which the value stands, in lower case and without dashes. */
  key: string;
  depth: number;
  said: Said;
  /** Whether all that it stands in is the error itself. */
  isOfThis: boolean;
  /** Whether it stands in the verdicts of a filter. */
  isOfFilter: boolean;
  /** Whether it stands in what is called an error. */
  isOfError: boolean;
  /** Whether it stands in a check that found nothing. */
  isPassed: boolean;
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
  const isOfError = place.isOfError || faultKeys.test(place.key);
  const isPassed = tellsPassed(value);
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
      gather(inner, {
        ...place,
        key,
        depth: place.depth + 1,
        isOfThis,
        isOfFilter,
        isOfError,
        isPassed,
      });
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
  if (isCode || (key === "error" && /^\w+$/.test(text))) tellCode(text, place);
  // That there is one is its meaning, whatever its words.
  if (/^(refusal|blockreason|raifilteredreason)$/.test(key) && !isNone.test(text)) {
    said.codes.push("refusal");
    said.reasons.push("refusal");
  }
  const isSentence = !key.endsWith("reason") || key === "raifilteredreason" || /\s/.test(text);
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

/** How it is said in words that there is none. */
const isNone = /^(none|no|null|undefined|false|0|n\/a|\w*unspecified)$/i;

function tellCode(code: string, { key, depth, said, isOfError, isPassed }: Place): void {
  const isReason = reasonKeys.test(key);
  if (isPassed && !isReason && isTopic(code)) return;

  said.codes.push(code);
  if (isReason) said.reasons.push(code);
  const isFlat = depth === 1 && !/^(type|status|reason)$/.test(key);
  if (isOfError || isFlat || key === "error") said.errorCodes.push(code);
}

function gatherFlag(value: boolean, { key, said, isOfFilter }: Place): void {
  if (flagsRefusal(key, value) || (value && isOfFilter && key === "filtered")) {
    said.codes.push("content_flagged");
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
