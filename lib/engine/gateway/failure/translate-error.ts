import { describeRefusal } from "#lib/engine/gateway/failure/describe-refusal.ts";
import { refusalInAnswer } from "#lib/engine/gateway/failure/refusal-in-answer.ts";
import { EngineError } from "#lib/engine/image-engine.ts";
import { isMeshAPIError, type MeshAPIError } from "#lib/meshapi/failure/mesh-api-error.ts";
import { cutText } from "#lib/platform/text/cut-text.ts";

/** What an error means for the request and its cost; the rest is words. */
type Verdict = Pick<EngineError, "sent" | "charged" | "code"> & { message: string };

const detailCharactersMax = 2_000;

/** Says what a failure of the client means for an attempt, as the table in ARCHITECTURE.md has it. */
export function translateError(error: unknown): EngineError {
  if (!isMeshAPIError(error)) {
    const message = "Something went wrong between Atelier and the gateway.";
    return new EngineError(message, {
      sent: "maybe",
      charged: null,
      code: "internal",
      cause: error,
    });
  }

  const { message, ...verdict } = judge(error);
  return new EngineError(message, {
    ...verdict,
    retryAfterMs: error.retryAfterSeconds === null ? null : error.retryAfterSeconds * 1_000,
    requestId: error.requestId,
    detail: detailOf(error),
    field: error.parameter,
    // What was free is not kept: a refusal says all that there is in its own words.
    answer: verdict.charged === "no" ? null : error.answer,
    cause: error,
  });
}

function judge(error: MeshAPIError): Verdict {
  switch (error.sent) {
    case "no":
      return judgeUnsent(error);
    case "maybe":
      return judgeLost(error);
    case "answered":
      return judgeAnswer(error);
    default:
      return error.sent satisfies never;
  }
}

function judgeUnsent({ code, message }: MeshAPIError): Verdict {
  const unsent = { sent: "no", charged: "no" } as const;
  if (code === "aborted") return { ...unsent, code: "stopped", message };
  if (code === "timeout") return { ...unsent, code, message };
  if (code === "unreachable")
    return {
      ...unsent,
      code,
      message: "Nothing answers there. Check the address and the network.",
    };

  // Our own client refuses it, as the gateway would: unsent, but to send it again would change nothing.
  const wrongSettings = code === "invalid_configuration";
  return {
    sent: "answered",
    charged: "no",
    code: wrongSettings ? "unauthorized" : "invalid_parameter",
    message,
  };
}

function judgeLost({ code, message }: MeshAPIError): Verdict {
  const lost = { sent: "maybe", charged: null } as const;
  if (code === "aborted") return { ...lost, code: "stopped", message: "The request was cut off." };
  if (code === "timeout") {
    return {
      ...lost,
      code,
      message: "The gateway did not finish within the time allowed.",
    };
  }
  return {
    ...lost,
    code: "connection_lost",
    // A stream may end in order, and still nobody can tell what was in it.
    message:
      code === "stream_truncated"
        ? message
        : "The connection was lost before the picture was here.",
  };
}

function judgeAnswer(error: MeshAPIError): Verdict {
  const { kind, charged, status } = error;
  switch (kind) {
    case null:
      return judgeUnreadable(error);
    case "unknown":
      return {
        sent: "maybe",
        charged: null,
        code: "upstream_error",
        message: `The gateway failed (${status}).`,
      };
    case "broken":
      return { ...begun, code: "upstream_error", message: beginningWords(error) };
    case "rate":
      // Only what was free may be sent again by itself.
      return charged === "no"
        ? { sent: "answered", charged, ...describeRefusal(kind, error) }
        : { ...begun, code: "upstream_error", message: beginningWords(error) };
    default:
      return { sent: "answered", charged: charged ?? "no", ...describeRefusal(kind, error) };
  }
}

/** After a 2xx the work has begun, and a gateway's word that it failed is no word that it is free. */
const begun = { sent: "answered", charged: "likely" } as const;

function beginningWords({ message }: MeshAPIError): string {
  return `The gateway began and then failed: ${message}`;
}

function judgeUnreadable({ code, message, answer }: MeshAPIError): Verdict {
  if (code === "no_picture") {
    const refusal = refusalInAnswer(answer);
    if (refusal !== null) {
      return { sent: "answered", charged: "no", code: "refused", message: refusal };
    }
    const message = "Its answer held neither a picture nor the address of one.";
    return { ...begun, code, message };
  }
  return { ...begun, code: "bad_answer", message };
}

/** The raw words: JSON as it came, or the text of a page. */
function detailOf({ message, details }: MeshAPIError): string {
  const raw = typeof details === "string" ? details : JSON.stringify(details);
  return cutText(details ? raw : message, { charactersMax: detailCharactersMax, ending: "" });
}
