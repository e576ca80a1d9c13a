/* Names of what stands in an error, in lower case and without dashes. */

/** Of its codes, types and numbers. */
export const codeKeys = new Set([
  "code",
  "errorcode",
  "providercode",
  "type",
  "errortype",
  "status",
  "statuscode",
  "httpstatus",
  "reason",
  "reasons",
  "failurereason",
  "finishreason",
  "finishreasons",
  "nativefinishreason",
  "codes",
  "blockreason",
  "quotaid",
  "errcode",
  "errno",
  "errorno",
  "subcode",
  "resultcode",
  "retcode",
  "returncode",
  "failreason",
]);

/** Of its words for people. */
export const wordKeys = new Set([
  "message",
  "msg",
  "errormessage",
  "errormsg",
  "errmsg",
  "errordescription",
  "statusmsg",
  "statusmessage",
  "failuremessage",
  "failmessage",
  "failmsg",
  "failreason",
  "failurereason",
  "finishmessage",
  "blockreasonmessage",
  "taskstatusmsg",
  "resultmsg",
  "resultmessage",
  "retmsg",
  "returnmsg",
  "submsg",
  "errordesc",
  "errordetail",
  "faultstring",
  "raw",
  "rawmessage",
  "rawresponse",
  "providererror",
  "providermessage",
  "upstreamerror",
  "upstreammessage",
  "cause",
  "description",
  "title",
  "reason",
  "refusal",
  "raifilteredreason",
  "error",
  "errors",
  "detail",
  "details",
]);

/** Of the parameter that is wrong. */
export const parameterKeys = new Set(["param", "parameter", "field", "argument", "loc"]);

/** The request itself, repeated: a prompt about censorship is no refusal. And what is no word of an error. */
export const echoKeys =
  /^(inputs?|prompt|request|requestbody|body|ctx|parameters|instances|headers|model|url|path|instance|revisedprompt|b64json|image|images|documentationurl|docs?|help|stack|trace|usage|flaggedinput|previous\w*|prior\w*|history|earlier\w*|steps?|stages?|logs?|warnings?|checks?|timeline)$/;

/** Of what was tried, one after the other: none of them is the whole. */
export const attemptKeys =
  /^(attempts?|attempted|retries|tries|fallbacks?|providers|(provider|model|attempt|fallback|sub)errors)$/;

/** Of what was sent, and is there because it was refused. */
export const flaggedKeys = /^flagged(input|output|prompt|content|text|image)$/;

/** Of what belongs to the error itself, and not to another one that it tells of. */
export const errorKeys = /^(errors?|detail|details|fault|baseresp|billing|)$/;

/** Of what is an error wherever it stands, and of why an answer is not whole. */
export const faultKeys = /^(\w*errors?|detail|fault|(incomplete|status)details)$/;

/** Of why an answer ended, or was kept back. */
export const reasonKeys = /^(native)?(finish|stop|block|failure)reasons?$/;

/** Of the verdicts of a filter. */
export const filterKeys = /^(content|prompt)filterresults?$/;
