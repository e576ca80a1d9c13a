/** Answers are nested a few times. */
const depthMax = 8;

/** What was sent with the request may hold any word. */
const passedOver = /^(input|inputs|request|parameters|params|metadata|usage)$/i;

const failedStates = /^(failed|failure|error|rejected|blocked|canceled|cancelled)$/i;
const refusedReasons =
  /content_?filter|filter reason|safety|blocked|prohibited|moderation|recitation|refus|image_other/i;

/** Whether JSON without a picture says, somewhere, that something failed, and probably why. */
export function tellsFailure(json: unknown, depth = 0): boolean {
  if (typeof json !== "object" || json === null || depth > depthMax) return false;

  return Object.entries(json).some(
    ([name, value]) =>
      !passedOver.test(name) &&
      (isMark(name, value) || tellsFailure(value, depth + 1) || isFlat(name, json)),
  );
}

function isMark(name: string, value: unknown): boolean {
  switch (name.toLowerCase()) {
    case "error":
    case "errors":
    case "provider_error":
    case "detail":
    case "refusal":
    case "blockreason":
    case "block_reason":
    case "raifilteredreason":
    case "error_message":
    case "errmsg":
      return saysSomething(value);
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

/** DashScope's and others' `{ code, message }`, and a message that stands alone. */
function isFlat(name: string, json: object): boolean {
  if (!/^(message|msg)$/.test(name)) return false;
  const { code, message, msg } = { code: undefined, message: undefined, msg: undefined, ...json };
  if (typeof (message ?? msg) !== "string" || (message ?? msg) === "") return false;
  if (code !== undefined && code !== null) return isErrorNumber(code) || isErrorWord(code);
  return Object.values(json).every((value) => typeof value !== "object" || !saysSomething(value));
}

function isErrorNumber(value: unknown): boolean {
  const number = Number(value);
  return (
    Number.isFinite(number) && value !== "" && number !== 0 && !(number >= 200 && number < 300)
  );
}

function isErrorWord(value: unknown): boolean {
  return (
    typeof value === "string" && Number.isNaN(Number(value)) && !/^(ok|success(ful)?)$/i.test(value)
  );
}

function saysSomething(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return Object.values(value).some(saysSomething);
  return value !== null && value !== undefined && value !== "" && value !== false && value !== 0;
}
