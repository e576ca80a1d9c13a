import { EngineError } from "#lib/engine/engine-error.server.ts";
import { describeRefusal, saidIn } from "#lib/engine/gateway/failure/describe-refusal.ts";
import { refusalInAnswer } from "#lib/engine/gateway/failure/refusal-in-answer.ts";
import { isMeshAPIError, type MeshAPIError } from "#lib/meshapi/failure/mesh-api-error.ts";
import { cutText } from "#lib/platform/text/cut-text.ts";
import { because, type Reason } from "#messages/reason.ts";

/** What an error means for the request and its cost; the rest is words. */
type Verdict = Pick<EngineError, "sent" | "charged" | "code"> & { reason: Reason };

const detailCharactersMax = 2_000;

/** Says what a failure of the client means for an attempt, as the table in ARCHITECTURE.md has it. */
export function translateError(error: unknown): EngineError {
  if (!isMeshAPIError(error)) {
    return new EngineError(because("client_failed"), {
      sent: "maybe",
      charged: null,
      code: "internal",
      cause: error,
    });
  }

  const { reason, ...verdict } = judge(error);
  return new EngineError(reason, {
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
  if (code === "aborted") return { ...unsent, code: "stopped", reason: because("call_aborted") };
  if (code === "timeout") return { ...unsent, code, reason: because("not_sent_in_time") };
  if (code === "unreachable")
    return {
      ...unsent,
      code,
      reason: because("nothing_answers"),
    };

  // Our own client refuses it, as the gateway would: unsent, but to send it again would change nothing.
  const wrongSettings = code === "invalid_configuration";
  return {
    sent: "answered",
    charged: "no",
    code: wrongSettings ? "unauthorized" : "invalid_parameter",
    reason: because("said", { said: message }),
  };
}

function judgeLost({ code }: MeshAPIError): Verdict {
  const lost = { sent: "maybe", charged: null } as const;
  if (code === "aborted") return { ...lost, code: "stopped", reason: because("cut_off") };
  if (code === "timeout") {
    return {
      ...lost,
      code,
      reason: because("not_in_time"),
    };
  }
  return {
    ...lost,
    code: "connection_lost",
    // A stream may end in order, and still nobody can tell what was in it.
    reason: because(
      code === "stream_truncated" || code === "stream_unreadable" ? code : "connection_lost",
    ),
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
        // It asks to wait, whatever became of this one.
        code: status === 429 ? "rate_limited" : "upstream_error",
        reason: because("failed", { status: status ?? "" }),
      };
    case "broken":
      return {
        ...begun,
        code: "upstream_error",
        reason: because("began_and_failed", { said: saidIn(error) }),
      };
    default:
      return { sent: "answered", charged: charged ?? "no", ...describeRefusal(kind, error) };
  }
}

/** After a 2xx the work has begun, and a gateway's word that it failed is no word that it is free. */
const begun = { sent: "answered", charged: "likely" } as const;

function judgeUnreadable({ code, details, answer, isBilled }: MeshAPIError): Verdict {
  switch (code) {
    case "no_picture": {
      const refusal = refusalInAnswer(answer);
      if (!refusal) return { ...begun, code, reason: because("no_picture") };
      return {
        sent: "answered",
        charged: isBilled ? "likely" : refusal.charged,
        code: "refused",
        reason: because("said", { said: refusal.said }),
      };
    }
    case "answer_too_large":
    case "unreadable_picture":
      return { ...begun, code: "bad_answer", reason: because(code) };
    default: {
      const reason =
        details === null || answer ? because("unreadable_answer") : because("senseless_answer");
      return { ...begun, code: "bad_answer", reason };
    }
  }
}

/** The raw words: JSON as it came, or the text of a page. */
function detailOf({ message, details }: MeshAPIError): string {
  const raw = typeof details === "string" ? details : JSON.stringify(details);
  return cutText(details ? raw : message, { charactersMax: detailCharactersMax, ending: "" });
}
