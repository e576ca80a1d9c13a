import type { EngineErrorCode } from "#lib/engine/image-engine.ts";
import type { FailureKind } from "#lib/meshapi/failure/kind/failure-kind.ts";
import type { MeshAPIError } from "#lib/meshapi/failure/mesh-api-error.ts";
import { because, type Reason } from "#messages/reason.ts";

/** What a person is told of a request that the gateway turned away, or of which it says that it was free. */
export function describeRefusal(
  kind: Exclude<FailureKind, "unknown" | "broken">,
  error: MeshAPIError,
): { code: EngineErrorCode; reason: Reason } {
  const said = saidIn(error);
  switch (kind) {
    case "refused":
      return { code: "refused", reason: because("said", { said: inWords(said) }) };
    case "money":
      return {
        code: "payment_required",
        reason: because("budget_used_up"),
      };
    case "rate":
      return {
        code: "rate_limited",
        reason: because("asks_to_wait"),
      };
    case "free":
      return {
        code: "upstream_error",
        reason: because("failed_free", { said }),
      };
    case "streaming":
      return {
        code: "streaming_not_supported",
        reason: because("cannot_stream", { said }),
      };
    case "unauthorized":
      return {
        code: "unauthorized",
        reason: because("key_rejected"),
      };
    case "forbidden":
      return {
        code: "forbidden",
        reason: because("not_allowed", { said }),
      };
    case "unknown_model":
      return {
        code: "model_not_found",
        reason: because("unknown_model", { said }),
      };
    case "wrong_address":
      return { code: "wrong_address", reason: wrongAddress(error) };
    case "invalid":
      return {
        code: "invalid_parameter",
        reason: because("not_accepted", { said }),
      };
    case "not_supported":
      return { code: "not_supported", reason: because("cannot_do", { said }) };
    default:
      return kind satisfies never;
  }
}

/** What servers say of any path that they do not know, and what says nothing. */
const sayNothing =
  /not found|not allowed|not implemented|gone|cannot (get|post)|no route|unknown (path|url|route)|no such|unsupported method|did not say why|^.{0,4}$|[<{]|\bhttp_/i;

function wrongAddress({ status, message }: MeshAPIError): Reason {
  if (status !== null && status < 400) return because("leads_elsewhere");

  const told = { status: status ?? "" };
  return sayNothing.test(message)
    ? because("no_such_path", told)
    : because("no_such_path_says", { ...told, said: message });
}

/** What a refusal says; JSON is nothing to read, and then there is no word for people. */
export function inWords(said: string | Reason): string | Reason {
  return typeof said === "string" && /^\s*[[{]/.test(said) ? because("kept_back") : said;
}

/** What the gateway said, as it said it; where it said nothing, that. */
export function saidIn({ said, status, message }: MeshAPIError): string | Reason {
  if (said !== null) return said;
  return status === null ? message : because("did_not_say", { status });
}
