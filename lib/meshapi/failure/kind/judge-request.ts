import type { FailureKind } from "./failure-kind.ts";
import { tellsLocked } from "./locked-account.ts";

/** Statuses by which HTTP itself says that nothing was done (RFC 9110, 15.4 and 15.5), less those whose sense is unsure. */
export const refusedStatuses: ReadonlySet<number> = new Set([
  400, 401, 402, 403, 404, 405, 406, 407, 410, 411, 413, 414, 415, 416, 417, 421, 422, 426, 428,
  431, 446, 451, 501,
]);

/** Of these HTTP's own sense is none of "nothing was done": a time-out, a clash or a failed dependency may come after the work. */
export const unsureStatuses: ReadonlySet<number> = new Set([408, 409, 424, 425, 499]);

const unauthorizedCodes =
  /^(unauthorized|unauthenticated|invalidapikey|incorrectapikey|authenticationerror|apikeyinvalid|invalidauthentication)|^invalidtoken$/;
const modelCodes =
  /^(modelnotfound|unknownmodel|invalidmodel|modelnotexist|deploymentnotfound|nosuchmodel)/;
/** Of a key that may use others: the key itself is well. */
const modelAccessCodes = /modelaccessdenied$/;
const modelAccessWords =
  /\bnot (allowed|permitted|authori[sz]ed) to (access|use) (this |the )?model|\bcan only (access|use) models?\b|\bno access to (this |the )?model\b/i;
const notSupportedCodes =
  /^(modelcapabilitynotsupported|notimplemented|notsupported|unsupportedoperation|invalidapiversion)/;
const invalidCodes =
  /^(validationerror|invalidparameter|invalidvalue|unknownparameter|unsupportedparameter|unsupportedvalue|unprocessable|missingparameter)/;

const wrongKeyWords =
  /\b(invalid|incorrect|wrong|missing|no) api[ -]?key\b|\b(invalid|incorrect|wrong|missing|no) key(?=\s*([.!]|$)| (was )?provided\s*([.!]|$))|api[ -]?key (not valid|is invalid|is incorrect)|\b(missing|invalid|expired) (authentication|access|auth|bearer) token\b(?! \w)|[无無]效的?(令牌|密钥|密鑰|api ?key)|(令牌|密钥|密鑰)([无無]效|错误|錯誤|不正确|不正確|已过期)/i;
const modelWords =
  /\bmodel\b[^.]{0,300}\b(does not exist|doesn't exist|not exist|not found|is unknown|not available to)\b|\b(unknown|no such|invalid) model\b(?! (parameter|output|response))|\bnot a valid model\b|模型不存在|不存在的?模型/i;

const hostWords =
  /\bno (allowed )?(endpoints?|providers?|hosts?) (were |was |are )?(found|available|match)/i;

/** What a gateway with an images API may lack; a server without one knows nothing of it. */
const abilityWords =
  /\b(images?|pictures?|edit(s|ed|ing)?|(in|out)paint\w{0,5}|masks?|upscal\w{1,4}|refram\w{1,4}|backgrounds?|variations?|references?|generat\w{1,6}|models?|deployments?|providers?|upstream|streaming)\b/i;
/** Of a 501 these do as well, where it is not the method that is not known. */
const operationWords = /\b(operations?|features?|parameters?|capabilit(y|ies)|supported)\b/i;
const methodWords = /\bmethods?\b/i;

/** Told in the body of a 2xx these numbers, too, say that the request was looked at and not taken; others may be a file's. */
const statusesOfRequest: ReadonlySet<number> = new Set([400, 401, 422]);
const serverCodes = /^(server|internal(server)?|upstream|provider|backend)(side)?error$/;

/** Whether a code says what is wrong with the request, whatever the status. */
function namesFault(codes: readonly string[]): boolean {
  if (codes.some((code) => serverCodes.test(code))) return false;
  const patterns = [unauthorizedCodes, modelCodes, notSupportedCodes, invalidCodes];
  return codes.some((code) => patterns.some((pattern) => pattern.test(code)));
}

/** The same of a failure in the body of a 2xx; null where it is no plain word about the request. */
export function judgeBegun(fault: RequestFault): FailureKind | null {
  const { codes, heard, status } = fault;
  const isOfModel = status === 404 && heard.some((text) => modelWords.test(text));
  if (!statusesOfRequest.has(status) && !namesFault(codes) && !isOfModel) return null;
  return judgeRequest({ ...fault, status: statusesOfRequest.has(status) ? status : 400 });
}

interface RequestFault {
  status: number;
  code: string;
  message: string;
  /** In lower case, without dashes. */
  codes: readonly string[];
  heard: readonly string[];
}

/** What is wrong with a request that was turned away: by its codes, its words, and then its status. */
export function judgeRequest(fault: RequestFault): FailureKind {
  const { status, codes, heard } = fault;
  // 303 says that the request was carried out, and where to see its result.
  const isRedirect = status >= 300 && status < 400 && status !== 303;
  if (!refusedStatuses.has(status) && !isRedirect) return "unknown";

  const has = (pattern: RegExp) => codes.some((code) => pattern.test(code));
  const says = (pattern: RegExp) => heard.some((text) => pattern.test(text));
  if (has(modelAccessCodes) || says(modelAccessWords)) return "unknown_model";
  if (status === 401 || has(unauthorizedCodes)) return "unauthorized";
  if (has(modelCodes)) return "unknown_model";
  if (has(notSupportedCodes)) return "not_supported";
  if ((status === 400 || status === 403) && says(wrongKeyWords)) return "unauthorized";
  if (status !== 501 && says(modelWords)) return "unknown_model";
  if (status === 400 && heard.some(tellsLocked)) return "forbidden";

  return kindByStatus(fault);
}

function kindByStatus({ status, code, message, heard }: RequestFault): FailureKind {
  switch (status) {
    case 403:
      return "forbidden";
    case 404:
      // Of a model's hosts, and no path: the request was understood.
      if (heard.some((text) => hostWords.test(text))) return "not_supported";
      // Servers answer 404 for a model and for a path; only some of them have a code for the one.
      return /model|deployment/i.test(`${code} ${message}`) ? "unknown_model" : "wrong_address";
    case 400:
    case 413:
    case 422:
      return "invalid";
    case 405:
    case 410:
    case 501:
      // A server that is no gateway says so of the address; a gateway, of what it cannot do.
      return namesAbility(heard, { status }) ? "not_supported" : "wrong_address";
    default:
      return status < 400 ? "wrong_address" : "not_supported";
  }
}

function namesAbility(heard: readonly string[], { status }: { status: number }): boolean {
  return heard.some((text) => {
    // The path that was asked has "images" in it.
    const words = text.replaceAll(/\S*\/\S*/g, " ");
    if (abilityWords.test(words)) return true;
    return status === 501 && operationWords.test(words) && !methodWords.test(words);
  });
}
