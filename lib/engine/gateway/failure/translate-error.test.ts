import { describe, expect, test } from "vitest";
import { translateError } from "#lib/engine/gateway/failure/translate-error.ts";
import { MeshAPIError, type MeshAPIErrorOptions } from "#lib/meshapi/failure/mesh-api-error.ts";

function answered(status: number, options: Partial<MeshAPIErrorOptions> = {}) {
  const said = "Its own words.";
  const told = { sent: "answered", code: `http_${status}`, status, requestId: "req_1" } as const;
  return translateError(new MeshAPIError(said, { ...told, said, ...options }));
}

describe("an answer", () => {
  test.each([301, 307, 400, 401, 402, 403, 404, 405, 413, 415, 422, 501])(
    "of %d is a refusal, and free",
    (status) => {
      expect(answered(status)).toMatchObject({ sent: "answered", charged: "no" });
    },
  );

  test.each([408, 409, 425, 500, 502, 503, 504, 520, 524, 599])(
    "of %d may hide a charge",
    (status) => {
      expect(answered(status)).toMatchObject({ sent: "maybe", charged: null });
    },
  );

  test("is rate limiting only where the gateway asks to come again", () => {
    const again = { code: "rate_limited", sent: "answered", charged: "no" };

    expect(answered(429)).toMatchObject({ ...again, retryAfterMs: null });
    expect(answered(429, { retryAfterSeconds: 1e9 })).toMatchObject({
      ...again,
      retryAfterMs: 1e12,
    });
    expect(answered(503, { retryAfterSeconds: 0 })).toMatchObject({ ...again, retryAfterMs: 0 });
    expect(answered(429, { code: "insufficient_quota" })).toMatchObject({
      code: "payment_required",
      charged: "no",
    });
  });

  test("after which the picture failed is never free to ask again", () => {
    for (const code of ["rate_limit_exceeded", "upstream_error", "internal_error"]) {
      expect(answered(200, { code, retryAfterSeconds: 1 })).toMatchObject({
        sent: "answered",
        charged: "likely",
        code: "upstream_error",
      });
    }
  });

  test("is a refusal too when only the provider behind the gateway says so", () => {
    const details = {
      error: { code: "upstream_error", provider_error: { code: "moderation_blocked" } },
    };

    expect(answered(502, { details })).toMatchObject({
      code: "refused",
      charged: "no",
      message: "Its own words.",
    });
  });

  test("tells a wrong address from an unknown model", () => {
    expect(answered(404).code).toBe("wrong_address");
    expect(answered(404, { code: "404" }).code).toBe("wrong_address");
    expect(answered(404, { code: "model_not_found" }).code).toBe("model_not_found");
    expect(answered(405)).toMatchObject({
      code: "wrong_address",
      message: expect.stringContaining("knows no such path (405)"),
    });
    expect(answered(308).message).toContain("leads elsewhere");
  });

  test("sends nobody to Settings, where its words are shown as well", () => {
    for (const status of [301, 401, 403, 404, 405]) {
      expect(answered(status).message).not.toContain("Settings");
    }
    const unsent = { sent: "no", code: "invalid_configuration" } as const;
    expect(translateError(new MeshAPIError("No key.", unsent)).message).toBe("No key.");
  });

  test("keeps its raw words, a page of them at most", () => {
    expect(answered(400, { details: { error: "x" } }).detail).toBe('{"error":"x"}');
    expect(answered(400, { details: "<html>".repeat(1_000) }).detail).toHaveLength(2_000);
    expect(answered(400, { details: `x${"🦊".repeat(3_000)}` }).detail).toBe(
      `x${"🦊".repeat(1_999)}`,
    );
    expect(answered(400).detail).toBe("Its own words.");
    expect(answered(400).requestId).toBe("req_1");
  });
});

test("a failure says nothing of the bill, which stands beside it, and what a person can do where nothing answers", () => {
  const told = (sent: "no" | "maybe", code: string) =>
    translateError(new MeshAPIError("Its own words.", { sent, code })).message;

  expect(told("no", "unreachable")).toBe(
    "Nothing answers there. Check the address and the network.",
  );
  for (const message of [
    ...["aborted", "timeout", "connection_lost", "stream_truncated"].map((code) =>
      told("maybe", code),
    ),
    answered(500).message,
    answered(200, { code: "invalid_answer" }).message,
    answered(200, { code: "no_picture" }).message,
  ]) {
    expect(message).not.toMatch(/charge|bill|nobody/i);
  }
});

test("what is no error of the client may have been sent", () => {
  expect(translateError(new TypeError("a bug"))).toMatchObject({
    sent: "maybe",
    charged: null,
    code: "internal",
  });
});
