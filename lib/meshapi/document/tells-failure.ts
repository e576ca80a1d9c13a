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
const noError = /^(none|no|no errors?|null|undefined|false|ok|success(ful)?|0)$/i;

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
  const { message, msg, detail } = wordsOf(json);
  return [message, msg, detail].some(
    (text) => typeof text === "string" && text !== "" && !goodWordOnly.test(text.trim()),
  );
}

/** Whether JSON says that the work goes on. */
export function tellsProgress(json: unknown): boolean {
  const { status, state } = wordsOf(json);
  return [status, state].some((text) => typeof text === "string" && underWayOnly.test(text.trim()));
}

function isMark(name: string, value: unknown): boolean {
  switch (name.toLowerCase()) {
    case "error":
    case "errors":
    case "provider_error":
    case "refusal":
    case "blockreason":
    case "block_reason":
    case "raifilteredreason":
    case "error_message":
    case "errmsg":
      return saysSomething(value);
    case "detail":
      return typeof value !== "string" && saysSomething(value);
    case "success":
    case "ok":
      return value === false;
    case "status":
    case "state":
    case "task_status":
    case "taskstatus":
      return typeof value === "string" && failedStates.test(value);
    case "status_code":
    case "statuscode":
      return isErrorNumber(value);
    case "has_nsfw_concepts":
    case "nsfw":
      return value === true || (Array.isArray(value) && value.includes(true));
    case "finish_reasons":
      return (
        Array.isArray(value) &&
        value.some((reason) => typeof reason === "string" && refusedReasons.test(reason))
      );
    case "finish_reason":
    case "finishreason":
      return typeof value === "string" && refusedReasons.test(value);
    default:
      return false;
  }
}

/** DashScope's and others' `{ code, message }`. */
function isFlat(name: string, json: object): boolean {
  if (!/^(message|msg)$/.test(name)) return false;
  const { code, message, msg } = wordsOf(json);
  const words = message ?? msg;
  if (typeof words !== "string" || words === "" || code === undefined || code === null)
    return false;
  if (isErrorNumber(code)) return Number(code) >= 100 || !goodWord.test(words);
  return isErrorWord(code);
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

const nothing: Record<"code" | "message" | "msg" | "detail" | "status" | "state", unknown> = {
  code: undefined,
  message: undefined,
  msg: undefined,
  detail: undefined,
  status: undefined,
  state: undefined,
};

function wordsOf(json: unknown): typeof nothing {
  return typeof json === "object" ? { ...nothing, ...json } : nothing;
}
