import type { EngineErrorCode } from "#lib/engine/image-engine.ts";
import type { FailureKind } from "#lib/meshapi/failure/kind/failure-kind.ts";
import type { MeshAPIError } from "#lib/meshapi/failure/mesh-api-error.ts";

/** What a person is told of a request that the gateway turned away, or of which it says that it was free. */
export function describeRefusal(
  kind: Exclude<FailureKind, "unknown" | "broken">,
  { status, message }: MeshAPIError,
): { code: EngineErrorCode; message: string } {
  switch (kind) {
    case "refused":
      return { code: "refused", message };
    case "money":
      return {
        code: "payment_required",
        message:
          "The gateway's budget for this key is used up. Add credit or raise the limit there, then try again.",
      };
    case "rate":
      return {
        code: "rate_limited",
        message: "The gateway has too much to do and asks to wait.",
      };
    case "free":
      return {
        code: "upstream_error",
        message: `The gateway failed, and says that nothing was charged: ${message}`,
      };
    case "streaming":
      return {
        code: "streaming_not_supported",
        message: `The gateway does not take a request that streams: ${message}`,
      };
    case "unauthorized":
      return {
        code: "unauthorized",
        message: "The gateway does not accept the key. Is it whole, and one of this gateway?",
      };
    case "forbidden":
      return {
        code: "forbidden",
        message: `The gateway does not allow this with this key: ${message}`,
      };
    case "unknown_model":
      return {
        code: "model_not_found",
        message: `The gateway does not know this model: ${message}`,
      };
    case "wrong_address":
      return { code: "wrong_address", message: wrongAddress(status, message) };
    case "invalid":
      return {
        code: "invalid_parameter",
        message: `The gateway does not accept the request: ${message}`,
      };
    case "not_supported":
      return { code: "not_supported", message: `The gateway cannot do this: ${message}` };
    default:
      return kind satisfies never;
  }
}

/** What servers say of any path that they do not know, and what says nothing. */
const sayNothing =
  /not found|not allowed|not implemented|gone|cannot (get|post)|no route|unknown (path|url|route)|no such|unsupported method|did not say why|^.{0,4}$|[<{]|\bhttp_/i;

function wrongAddress(status: number | null, words: string): string {
  const isRedirect = status !== null && status < 400;
  if (isRedirect) {
    return "The gateway's address leads elsewhere, as from http to https. Enter the one that it leads to.";
  }
  const told = `What answers there knows no such path (${status}). Look at the host, the port and the path.`;
  return sayNothing.test(words) ? told : `${told} It says: ${words}`;
}
