import { plain } from "../failure/words/plain.ts";
import { flagsRefusal } from "../failure/words/verdict-flags.ts";

/** Answers are nested a few times. */
const depthMax = 8;

/** What was sent with the request may hold any word, and a step that failed was tried again, or done without. */
const passedOver =
  /^(input|inputs|request|parameters|params|metadata|usage|steps?|stages?|attempts?|history|logs?|warnings?|previous\w*|retries)$/i;

const failedStates = /^(failed|failure|error|rejected|blocked|canceled|cancelled)$/i;
const refusedReasons =
  /content_?filter|filter reason|safety|blocked|prohibited|moderation|recitation|^spii$|refus|image_other/i;

const underWay =
  /in[ _-]?(progress|queue)|progress|queued?|pending|process(ing)?|running|start(ed|ing)?|loading|warming|waiting|accepted|created|submitted|generating|rendering|denoising/;
const underWayOnly = new RegExp(`^(${underWay.source})$`, "i");
const isWell = /ok(ay)?|success(ful|fully)?|succeed(ed)?|done|completed?|finished/;
/** Words for work that goes on, or went well. */
const goodWord = new RegExp(`\\b(${underWay.source}|${isWell.source})\\b`, "i");
const goodWordOnly = new RegExp(`^(${underWay.source}|${isWell.source})$`, "i");

/** How it is said in words that there is none. */
const noError =
  /^(none|no|no errors?|null|undefined|false|ok|success(ful)?|0|成功|请求成功|操作成功|无)$/i;

/** Whether JSON without a picture says, somewhere, that something failed, and probably why. */
export function tellsFailure(json: unknown, depth = 0): boolean {
  if (typeof json !== "object" || json === null || depth > depthMax) return false;

  return Object.entries(json).some(
    ([name, value]) =>
      !passedOver.test(name) &&
      (isMark(name, value) || tellsFailure(value, depth + 1) || isFlat(name, json)),
  );
}

/**
 * Whether JSON holds a message and no code: of what goes on, as "Starting up the GPU", or of what failed. Only the end of
 * the answer tells.
 */
export function holdsMessage(json: unknown): boolean {
  const said = wordsOf(json);
  return ["message", "msg", "detail"]
    .map((name) => said[name])
    .some((text) => typeof text === "string" && text !== "" && !goodWordOnly.test(text.trim()));
}

/** Whether JSON says that the work goes on. */
export function tellsProgress(json: unknown): boolean {
  const said = wordsOf(json);
  return [said["status"], said["state"]].some(
    (text) => typeof text === "string" && underWayOnly.test(text.trim()),
  );
}

function isMark(own: string, value: unknown): boolean {
  switch (plain(own)) {
    case "error":
    case "errors":
    case "providererror":
    case "refusal":
    case "blockreason":
    case "raifilteredreason":
    case "errormessage":
    case "errormsg":
    case "errmsg":
    case "failreason":
    case "failurereason":
    case "failmessage":
    case "failmsg":
      return saysSomething(value);
    case "errorcode":
    case "errcode":
    case "errno":
    case "errorno":
      return isErrorWord(value) ? saysSomething(value) : Number(value) !== 0 && value !== null;
    case "detail":
      return typeof value !== "string" && saysSomething(value);
    case "success":
    case "ok":
      return value === false;
    case "status":
    case "state":
    case "taskstatus":
    case "resultcode":
    case "returncode":
      return typeof value === "string" && failedStates.test(value);
    case "statuscode":
      return isErrorNumber(value);
    case "finishreasons":
      return (
        Array.isArray(value) &&
        value.some((reason) => typeof reason === "string" && refusedReasons.test(reason))
      );
    case "finishreason":
    case "nativefinishreason":
      return typeof value === "string" && refusedReasons.test(value);
    default:
      return flagsRefusal(own, value);
  }
}

/** DashScope's and others' `{ code, message }`. */
function isFlat(own: string, json: object): boolean {
  if (!/^(message|msg|retmsg|resultmsg|returnmsg)$/.test(plain(own))) return false;
  const said = wordsOf(json);
  const code = ["code", "retcode", "resultcode", "returncode"]
    .map((name) => said[name])
    .find(isTold);
  const words = said[plain(own)];
  if (typeof words !== "string" || words === "" || code === undefined) return false;
  if (isErrorNumber(code)) return Number(code) >= 100 || !goodWord.test(words);
  return isErrorWord(code);
}

function isTold(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** Informational and successful statuses are none. */
function isErrorNumber(value: unknown): boolean {
  const number = Number(value);
  return (
    Number.isFinite(number) && value !== "" && number !== 0 && !(number >= 100 && number < 300)
  );
}

function isErrorWord(value: unknown): boolean {
  return (
    typeof value === "string" && Number.isNaN(Number(value)) && !goodWordOnly.test(value.trim())
  );
}

function saysSomething(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return Object.values(value).some(saysSomething);
  if (typeof value === "string") return value.trim() !== "" && !noError.test(value.trim());
  return value !== null && value !== undefined && value !== false && value !== 0;
}

/** By their names in lower case and without dashes. */
function wordsOf(json: unknown): Record<string, unknown> {
  const entries = Object.entries(Object(json));
  return Object.fromEntries(entries.map(([name, value]) => [plain(name), value]));
}
