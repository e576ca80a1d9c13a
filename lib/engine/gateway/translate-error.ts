import * as z from "zod";
import { EngineError, type EngineErrorCode } from "#lib/engine/image-engine.ts";
import { isMeshAPIError, type MeshAPIError } from "#lib/meshapi/mesh-api-error.ts";

/** What an error means for the request and its cost; the rest is words. */
type Verdict = Pick<EngineError, "sent" | "charged" | "code"> & { message: string };

/** Codes by which providers say that a prompt or a picture is against their rules. */
const refusalCodes = /content[_-]?(policy|filter)|moderation|safety|responsible_?ai|sensitive/i;

/** MeshAPI wraps what the provider itself said. */
const providerErrorSchema = z.object({
  error: z.object({ provider_error: z.object({ code: z.string() }) }),
});

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
  if (isRefusal(error))
    return { sent: "answered", charged: "no", code: "refused", message: error.message };

  const status = error.status ?? 0;
  if (status >= 200 && status < 300) return judgeBrokenAnswer(error);

  const refused = { sent: "answered", charged: "no" } as const;
  if (error.code === "insufficient_quota") return { ...refused, ...payment };
  if (status === 429 || (status === 503 && error.retryAfterSeconds !== null)) {
    return {
      ...refused,
      code: "rate_limited",
      message: "The gateway has too much to do and asks to wait.",
    };
  }
  if (refusedStatuses.has(status) || (status >= 300 && status < 400))
    return { ...refused, ...wordsOf(error) };

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
  if (code === "invalid_answer" || code === "answer_too_large") {
    return { ...begun, code: "bad_answer", message: `${message} It may have been charged.` };
  }
  return {
    ...begun,
    code: "upstream_error",
    message: `The gateway began and then failed: ${message}`,
  };
}

const payment = {
  code: "payment_required",
  message:
    "The gateway's budget for this key is used up. Add credit or raise the limit there, then try again.",
} as const;

function wordsOf({ status, code, message }: MeshAPIError): {
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
      return payment;
    case 403:
      return {
        code: "forbidden",
        message: `The gateway does not allow this with this key: ${message}`,
      };
    case 404:
      return code === "http_404"
        ? {
            code: "not_supported",
            message: "There is no images API at the gateway's address. Check it in Settings.",
          }
        : { code: "model_not_found", message: `The gateway does not know this model: ${message}` };
    case 400:
    case 413:
    case 422:
      return {
        code: "invalid_parameter",
        message: `The gateway does not accept the request: ${message}`,
      };
    default:
      return { code: "not_supported", message: `The gateway cannot do this: ${message}` };
  }
}

function isRefusal({ code, details }: MeshAPIError): boolean {
  if (refusalCodes.test(code)) return true;

  const provider = providerErrorSchema.safeParse(details);
  return provider.success && refusalCodes.test(provider.data.error.provider_error.code);
}

/** The raw words: JSON as it came, or the text of a page. */
function detailOf({ message, details }: MeshAPIError): string {
  const raw = typeof details === "string" ? details : JSON.stringify(details);
  return (details ? raw : message).slice(0, detailCharactersMax);
}
