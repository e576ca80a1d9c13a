import { errorBody } from "../protocol/error-body.ts";
import type { Marker } from "./marker.ts";
import type { Plan } from "./plan.ts";
import type { Scenario } from "./scenario.ts";

const page = "<!doctype html><title>Bad gateway</title><h1>502 Bad Gateway</h1><p>nginx</p>";

/** Answers that are no pictures. */
export const refusals: Record<string, Scenario> = {
  fail: {
    example: "[[fail:429 retry-after=2]]",
    what: "Answers this status, with MeshAPI's error. Options: `retry-after` (`_` for a space), `code`.",
    plan: fail,
  },
  error: {
    example: "[[error:402]]",
    what: "The same as `fail`.",
    plan: fail,
  },
  refused: {
    example: "[[refused]]",
    what: "400 `content_policy_violation`; `[[refused:moderation_blocked]]` for another code.",
    plan: ({ value }) =>
      instead(
        400,
        errorBody({
          code: value || "content_policy_violation",
          message: "The prompt was refused by the content policy.",
        }),
      ),
  },
  "html-502": {
    example: "[[html-502]]",
    what: "A proxy's page, with 502.",
    plan: () => instead(502, page, { "content-type": "text/html" }),
  },
  "html-200": {
    example: "[[html-200]]",
    what: "A proxy's page, with 200.",
    plan: () => instead(200, page, { "content-type": "text/html" }),
  },
  detail: {
    example: "[[detail:422]]",
    what: "FastAPI's `{ detail: [{ loc, msg }] }`.",
    plan: ({ value }) =>
      instead(
        Number(value || 422),
        JSON.stringify({
          detail: [
            { loc: ["body", "size"], msg: "This size is not supported.", type: "value_error" },
          ],
        }),
      ),
  },
  redirect: {
    example: "[[redirect:http://127.0.0.1:9/]]",
    what: "307 to this address.",
    plan: ({ value }) => instead(307, "", { location: value || "/v1/images/generations" }),
  },
  "error-in-200": {
    example: "[[error-in-200]]",
    what: "Status 200 whose JSON is an error.",
    plan: () =>
      instead(200, errorBody({ code: "upstream_error", message: "The provider failed." })),
  },
};

const codeByStatus: Record<number, string> = {
  400: "bad_request",
  401: "unauthorized",
  402: "spend_limit_exceeded",
  403: "forbidden",
  404: "model_not_found",
  422: "validation_error",
  429: "rate_limit_exceeded",
  500: "internal_error",
  501: "not_implemented",
  502: "upstream_error",
  503: "upstream_error",
  504: "upstream_timeout",
};

function fail({ value, options }: Marker): Partial<Plan> {
  const status = Number(value || 500);
  const code = options.get("code") ?? codeByStatus[status] ?? "internal_error";
  const retryAfter = options.get("retry-after");

  return instead(
    status,
    errorBody({ code, message: `The scenario asked for ${status}.` }),
    retryAfter === undefined ? {} : { "retry-after": retryAfter.replaceAll("_", " ") },
  );
}

function instead(
  status: number,
  body: string,
  headers: Record<string, string> = {},
): Partial<Plan> {
  return { instead: { status, body, headers: { "content-type": "application/json", ...headers } } };
}
