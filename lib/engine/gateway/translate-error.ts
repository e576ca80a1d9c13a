import { describeRefusal, paymentWords } from "#lib/engine/gateway/describe-refusal.ts";
import { isContentRefusal } from "#lib/engine/gateway/is-content-refusal.ts";
import { EngineError } from "#lib/engine/image-engine.ts";
import { isMeshAPIError, type MeshAPIError } from "#lib/meshapi/mesh-api-error.ts";

/** What an error means for the request and its cost; the rest is words. */
type Verdict = Pick<EngineError, "sent" | "charged" | "code"> & { message: string };

/** Statuses by which HTTP itself says that nothing was done (RFC 9110, 15.4 and 15.5), less those whose sense is unsure. */
const refusedStatuses = new Set([
  400, 401, 402, 403, 404, 405, 406, 410, 411, 413, 414, 415, 421, 422, 426, 431, 451, 501,
]);

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
    return { ...unsent, code, message: `${message} Check its address and the network.` };

  // Our own client refuses it, as the gateway would: unsent, but to send it again would change nothing.
  const wrongSettings = code === "invalid_configuration";
  return {
    sent: "answered",
    charged: "no",
    code: wrongSettings ? "unauthorized" : "invalid_parameter",
    message: wrongSettings ? `${message} Correct it in Settings.` : message,
  };
}

function judgeLost({ code }: MeshAPIError): Verdict {
  const lost = { sent: "maybe", charged: null } as const;
  const rest = "Nobody can tell whether it was made and charged.";
  if (code === "aborted")
    return { ...lost, code: "stopped", message: `The request was cut off. ${rest}` };
  if (code === "timeout") {
    return {
      ...lost,
      code,
      message: `The gateway did not finish within the time allowed. ${rest}`,
    };
  }
  return {
    ...lost,
    code: "connection_lost",
    message: `The connection was lost before the picture was here. ${rest}`,
  };
}

function judgeAnswer(error: MeshAPIError): Verdict {
  if (isContentRefusal(error))
    return { sent: "answered", charged: "no", code: "refused", message: error.message };

  const status = error.status ?? 0;
  if (status >= 200 && status < 300) return judgeBrokenAnswer(error);

  const refused = { sent: "answered", charged: "no" } as const;
  if (error.code === "insufficient_quota") return { ...refused, ...paymentWords };
  if (status === 429 || (status === 503 && error.retryAfterSeconds !== null)) {
    return {
      ...refused,
      code: "rate_limited",
      message: "The gateway has too much to do and asks to wait.",
    };
  }
  if (refusedStatuses.has(status) || (status >= 300 && status < 400))
    return { ...refused, ...describeRefusal(error) };

  return {
    sent: "maybe",
    charged: null,
    code: "upstream_error",
    message: `The gateway failed (${status}). Nobody can tell whether the picture was made and charged.`,
  };
}

/**
 * After a 2xx the work has begun, and a gateway's word that it failed is no word that it is free: only a refusal
 * is. So this is never asked for again by itself.
 */
function judgeBrokenAnswer({ code, message }: MeshAPIError): Verdict {
  const begun = { sent: "answered", charged: "likely" } as const;
  if (code === "no_picture") {
    return { ...begun, code, message: `${message} It may have been charged.` };
  }
  if (code === "invalid_answer" || code === "answer_too_large") {
    return { ...begun, code: "bad_answer", message: `${message} It may have been charged.` };
  }
  return {
    ...begun,
    code: "upstream_error",
    message: `The gateway began and then failed: ${message}`,
  };
}

/** The raw words: JSON as it came, or the text of a page. */
function detailOf({ message, details }: MeshAPIError): string {
  const raw = typeof details === "string" ? details : JSON.stringify(details);
  return (details ? raw : message).slice(0, detailCharactersMax);
}
