import { afterEach, expect, test } from "vitest";
import type { GatewayEngineOptions } from "#lib/engine/gateway/gateway-engine.server.ts";
import { createTestEngine } from "#lib/engine/gateway/test-gateway-engine.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import { describeOnPostgres } from "#lib/platform/database/test-database.ts";

const nextYear = new Date(Date.now() + 365 * 86_400_000).toUTCString().replaceAll(" ", "_");

describeOnPostgres("an answer", (open) => {
  let studio: TestStudio;
  const build = async (options: Partial<GatewayEngineOptions> = {}) => {
    studio = await createTestStudio(await open());
    const engine = createTestEngine(studio.gateway, options);
    studio.context.engine = async () => engine;
    return studio;
  };
  /** The requests for pictures that the gateway has seen. */
  const asked = () =>
    studio.gateway.ledger().requests.filter((request) => request.method === "POST").length;
  afterEach(() => studio.close());

  test.each([
    ["without Retry-After", "429", 5],
    ["with Retry-After: 0", "429 retry-after=0", 1],
    ["with Retry-After: -1", "429 retry-after=-1", 5],
    ["with Retry-After: soon", "429 retry-after=soon", 5],
    ["with Retry-After: 99999999", "429 retry-after=99999999", 900],
    ["with a date in 1970", "429 retry-after=Thu,_01_Jan_1970_00:00:00_GMT", 1],
    ["with a date next year", `429 retry-after=${nextYear}`, 900],
  ])("of 429 %s (%s) waits %i s, sends nothing meanwhile, and costs nothing", async (...row) => {
    const [_, marker, seconds] = row;
    const { submit, start, told, gateway, context } = await build();
    await start();
    const { id } = await submit(`a fox [[fail:${marker}]]`);
    const { attempt, at } = await told("attempt-queued", id);
    const until = Date.parse(attempt.notBefore ?? "");
    const requests = asked();
    const { claimedAt } = await context.client.attempt.findFirstOrThrow();

    expect(attempt).toMatchObject({ state: "queued", error: { code: "rate_limited" } });
    expect(until - Date.parse(attempt.claimedAt ?? "")).toBeGreaterThanOrEqual(seconds * 1_000);
    expect(until - at.getTime()).toBeLessThan(seconds * 1_000 + 30_000);
    expect(await context.client.pause.count()).toBe(1);
    expect(gateway.ledger().charges).toEqual([]);
    // On a slow machine its time may be over by now.
    if ((claimedAt?.getTime() ?? 0) < until) expect(requests).toBe(1);
  });

  test("of 503 with Retry-After waits as it was told, and is paid for once", async () => {
    const { submit, start, told, ended, gateway } = await build();
    await start();
    const { id } = await submit("a fox [[once:503 retry-after=1]]");
    const { attempt } = await told("attempt-queued", id);

    expect(attempt).toMatchObject({ state: "queued", error: { code: "rate_limited" } });
    expect(await ended(id)).toMatchObject({ state: "succeeded" });
    expect(gateway.ledger().charges).toHaveLength(1);
  });

  test.each([
    ["endless pings", "[[pings]]", { deadlineMs: 5_000 }],
    ["silence from its beginning", "[[hang]]", { deadlineMs: 5_000 }],
    ["silence in the middle of the picture", "[[silence]]", { silenceMs: 2_500 }],
    ["a byte now and then", "[[pieces:1 every=20]]", { deadlineMs: 5_000, silenceMs: 2_500 }],
  ])("of %s ends in time, as an outcome that nobody knows", async (_, marker, limits) => {
    const { submit, start, ended, gateway } = await build(limits);
    await start();
    const { attempts, images } = await ended((await submit(`a fox ${marker}`)).id);
    await gateway.idle();

    expect(attempts).toMatchObject([
      { state: "unknown", charged: null, error: { code: "timeout" } },
    ]);
    expect(images).toEqual([]);
    expect(gateway.ledger().charges).toHaveLength(1);
    expect(asked()).toBe(1);
  });

  test.each([
    ["[[fewer:1]]", "no_picture"],
    ["[[bomb]]", "bad_picture"],
    ["[[bomb]] [[b64]]", "bad_picture"],
    ["[[pdf]]", "bad_picture"],
    ["[[heavy:51]] [[b64]]", "bad_picture"],
    ["[[heavy:51]] [[url]]", "picture_unavailable"],
    ["[[bad-base64]]", "bad_answer"],
    ["[[error-in-200]]", "upstream_error"],
    ["[[url:https://127.0.0.1/1.png]]", "picture_unavailable"],
    ["[[url:https://2130706433/1.png]]", "picture_unavailable"],
    ["[[url:https://169.254.169.254/latest/meta-data]]", "picture_unavailable"],
    ["[[url:https://localhost/1.png]]", "picture_unavailable"],
    ["[[url:http://192.168.0.1/1.png]]", "picture_unavailable"],
    ["[[url:file:///etc/passwd]]", "bad_answer"],
  ])("%s is no picture, likely paid for, and not asked for again", async (marker, code) => {
    const { submit, start, ended, gateway } = await build();
    await start();
    const { attempts, images } = await ended((await submit(`a fox ${marker}`)).id);
    await gateway.idle();

    expect(attempts).toMatchObject([{ state: "failed", charged: "likely", error: { code } }]);
    expect(images).toEqual([]);
    expect(asked()).toBe(1);
  });

  test("with one event that is not JSON keeps its picture", async () => {
    const { submit, start, ended, gateway } = await build();
    await start();

    expect(await ended((await submit("a fox [[noise]]")).id)).toMatchObject({
      state: "succeeded",
      images: [{ width: 256 }],
    });
    expect(gateway.ledger().charges).toHaveLength(1);
  });
});
