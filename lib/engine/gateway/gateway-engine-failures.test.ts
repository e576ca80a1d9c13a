import { describe, expect, test } from "vitest";
import { findFreePort } from "#e2e/fake-gateway/find-free-port.ts";
import { startTestEngine } from "#lib/engine/gateway/test-engine.ts";

const { gateway, createEngine, run } = await startTestEngine();

describe("a refusal is the gateway's word: free, and never more than one request", () => {
  test.each([
    ["400", "invalid_parameter"],
    ["401", "unauthorized"],
    ["402", "payment_required"],
    ["403", "forbidden"],
    ["404", "model_not_found"],
    ["422", "invalid_parameter"],
    ["429", "rate_limited"],
    ["501", "not_supported"],
    ["503 retry-after=2", "rate_limited"],
  ])("%s", async (status, code) => {
    const { error, types, charges, requests } = await run(`a fox [[fail:${status}]]`);

    expect(error).toMatchObject({ name: "EngineError", sent: "answered", charged: "no", code });
    expect(error).toMatchObject({ requestId: expect.stringMatching(/^key-/) });
    expect(types).toEqual([]);
    expect(charges).toHaveLength(0);
    expect(requests).toHaveLength(1);
  });

  test("with the time that it asks to wait", async () => {
    const { error } = await run("a fox [[fail:429 retry-after=2]]");

    expect(error).toMatchObject({ retryAfterMs: 2_000 });
  });

  test.each(["content_policy_violation", "moderation_blocked"])(
    "with the provider's reason word by word when it is %s",
    async (code) => {
      const { error } = await run(`a fox [[refused:${code}]]`);

      expect(error).toMatchObject({
        code: "refused",
        charged: "no",
        message: "The prompt was refused by the content policy.",
      });
    },
  );

  test("with the name of the parameter that is wrong", async () => {
    expect((await run("a fox [[detail:422]]")).error).toMatchObject({
      code: "invalid_parameter",
      field: "size",
    });
  });

  test("with a wrong key, which is in no message", async () => {
    const engine = createEngine({ apiKey: "rsk_canary_0123456789" });
    const { error } = await run("a fox", { engine });

    expect(error).toMatchObject({ code: "unauthorized" });
    expect(`${JSON.stringify(error)} ${error} ${String(Object(error).stack)}`).not.toContain(
      "canary",
    );
  });

  test("when the address redirects, which is not followed", async () => {
    const { error } = await run(`a fox [[redirect:${gateway.url}/v1/images/generations]]`);

    expect(error).toMatchObject({ code: "wrong_address", charged: "no" });
    expect(Object(error).message).toMatch(/leads elsewhere/);
  });
});

describe("what nobody can tell is said to be unknown, and is not sent again", () => {
  test.each([
    ["[[fail:500]]", "upstream_error"],
    ["[[fail:502]]", "upstream_error"],
    ["[[fail:503]]", "upstream_error"],
    ["[[fail:504]]", "upstream_error"],
    ["[[html-502]]", "upstream_error"],
    ["[[reset]]", "connection_lost"],
    ["[[close]]", "connection_lost"],
    ["[[truncate]]", "connection_lost"],
    ["[[truncate:clean]]", "connection_lost"],
    ["[[reset:body]]", "connection_lost"],
  ])("%s", async (marker, code) => {
    const { error, requests } = await run(`a fox ${marker}`);

    expect(error).toMatchObject({ name: "EngineError", sent: "maybe", charged: null, code });
    expect(requests).toHaveLength(1);
  });

  test("past the deadline", async () => {
    const { error } = await run("a fox [[hang]]", { engine: createEngine({ deadlineMs: 1_000 }) });

    expect(error).toMatchObject({ sent: "maybe", charged: null, code: "timeout" });
  });
});

describe("an answer that holds no usable picture may have been charged, and is not sent again", () => {
  test.each([
    ["[[html-200]]", "bad_answer"],
    ["[[bad-base64]]", "bad_answer"],
    ["[[empty]]", "no_picture"],
    ["[[error-after-200:upstream_error]]", "upstream_error"],
    ["[[error-after-200:rate_limit_exceeded]]", "upstream_error"],
    ["[[error-in-200]]", "upstream_error"],
    ["[[url:ftp://pictures.example/1]]", "bad_answer"],
  ])("%s", async (marker, code) => {
    const { error, types, requests } = await run(`a fox ${marker}`);

    expect(types).not.toContain("picture");
    expect(error).toMatchObject({ sent: "answered", charged: "likely", code });
    expect(requests).toHaveLength(1);
  });

  test("but a refusal is free after the 200 as well", async () => {
    const { error } = await run("a fox [[error-after-200:content_policy_violation]]");

    expect(error).toMatchObject({ code: "refused", charged: "no" });
  });
});

describe("what is proven unsent says so", () => {
  test("nobody listens there", async () => {
    const engine = createEngine({ baseUrl: `http://127.0.0.1:${await findFreePort()}` });
    const { error } = await run("a fox", { engine });

    expect(error).toMatchObject({ sent: "no", charged: "no", code: "unreachable" });
  });

  test("it was stopped before it began", async () => {
    const { error, requests } = await run("a fox", { signal: AbortSignal.abort() });

    expect(error).toMatchObject({ sent: "no", charged: "no", code: "stopped" });
    expect(requests).toHaveLength(0);
  });

  test("a request that our own client refuses is not tried again", async () => {
    const { error, requests } = await run("a fox", { request: { size: "64" } });

    expect(error).toMatchObject({
      sent: "answered",
      charged: "no",
      code: "invalid_parameter",
      field: "size",
    });
    expect(requests).toHaveLength(0);
  });

  test("a key that cannot be sent is a matter of the settings", async () => {
    const { error } = await run("a fox", { engine: createEngine({ apiKey: "rsk with spaces" }) });

    expect(error).toMatchObject({ charged: "no", code: "unauthorized" });
  });
});
