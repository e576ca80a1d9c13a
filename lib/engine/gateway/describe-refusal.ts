import type { EngineErrorCode } from "#lib/engine/image-engine.ts";
import type { MeshAPIError } from "#lib/meshapi/mesh-api-error.ts";

/** What a person is told when the money is used up. */
export const paymentWords = {
  code: "payment_required",
  message:
    "The gateway's budget for this key is used up. Add credit or raise the limit there, then try again.",
} as const;

/** What a person is told of a request that the gateway refused, by its status. */
export function describeRefusal({ status, code, message }: MeshAPIError): {
  code: EngineErrorCode;
  message: string;
} {
  switch (status) {
    case 401:
      return {
        code: "unauthorized",
        message: "The gateway does not accept the API key. Check it in Settings.",
      };
    case 402:
      return paymentWords;
    case 403:
      return {
        code: "forbidden",
        message: `The gateway does not allow this with this key: ${message}`,
      };
    case 404:
      // Servers answer 404 for a model and for a path; only some of them have a code for the one.
      return /model/i.test(`${code} ${message}`)
        ? { code: "model_not_found", message: `The gateway does not know this model: ${message}` }
        : {
            code: "wrong_address",
            message: "There is no images API at the gateway's address. Check it in Settings.",
          };
    case 400:
    case 413:
    case 422:
      return {
        code: "invalid_parameter",
        message: `The gateway does not accept the request: ${message}`,
      };
    case 301:
    case 302:
    case 307:
    case 308:
      return {
        code: "wrong_address",
        message:
          "The gateway's address leads elsewhere, as from http to https. Enter the address that it leads to in Settings.",
      };
    default:
      return { code: "not_supported", message: `The gateway cannot do this: ${message}` };
  }
}
