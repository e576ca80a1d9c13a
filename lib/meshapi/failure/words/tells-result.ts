import { alphanumeric } from "./plain.ts";

/** Answers are nested a few times. */
const depthMax = 8;

/** What was sent, and what is no word of the whole: a step or a check that went well, another attempt, and errors. */
const passedOver =
  /^(inputs?|request|params|parameters|metadata|moderation|safety|steps?|stages?|checks?|history|logs?|previous\w*|attempts?|errors?|promptfilterresults?|contentfilterresults?)$/;

const madeNames =
  /^(result|output|generated)?(asset|file|image|img|picture|photo|media|artifact|blob|result|output)s?(id|ids|key|keys|path|paths|name|names|uri|uris|hash)$/;
const countNames =
  /^(num|count)?(generated|output|total)?(images?|pictures?)(generated|count|created|tokens|total)?$/;
const stateNames = /^(task|job)?(status|state)$/;
const ended = /^(completed?|succeeded|success(ful)?|done|finished|ready)$/;
const flagNames = /^(success|ok|succeeded|completed)$/;

/** Whether JSON without a picture tells that one was made, or that the work ended well. */
export function tellsResult(json: unknown, depth = 0): boolean {
  if (typeof json !== "object" || json === null || depth > depthMax) return false;

  return Object.entries(json).some(([own, value]) => {
    const name = alphanumeric(own);
    if (passedOver.test(name)) return false;
    return isResult(name, value) || tellsResult(value, depth + 1);
  });
}

function isResult(name: string, value: unknown): boolean {
  if (madeNames.test(name)) return isTold(value);
  if (countNames.test(name)) return typeof value === "number" && value > 0;
  if (stateNames.test(name)) return ended.test(String(value).toLowerCase());
  if (flagNames.test(name)) return value === true;
  // How many Chinese gateways say that all went well.
  return name === "code" && (value === 0 || value === "0" || value === 200);
}

function isTold(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isTold);
  return typeof value === "string" ? value.trim() !== "" : typeof value === "number";
}
