import { afterEach, expect, test } from "vitest";
import { createTestEngine } from "#lib/engine/gateway/test-gateway-engine.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import { describeOnPostgres } from "#lib/platform/database/test-database.ts";
import { told } from "#messages/test-told.ts";

describeOnPostgres("an attempt that goes wrong", (open) => {
  let studio: TestStudio;
  const build = async () => {
    studio = await createTestStudio(await open());
    return studio;
  };
  afterEach(() => studio.close());

  test.each([
    ["[[fail:400]]", "failed", "no"],
    ["[[fail:401]]", "failed", "no"],
    ["[[fail:402]]", "failed", "no"],
    ["[[fail:403]]", "failed", "no"],
    ["[[fail:404]]", "failed", "no"],
    ["[[fail:422]]", "failed", "no"],
    ["[[fail:501]]", "failed", "no"],
    ["[[refused]]", "failed", "no"],
    ["[[fail:500 charged]]", "unknown", null],
    ["[[fail:502 charged]]", "unknown", null],
    ["[[fail:503 charged]]", "unknown", null],
    ["[[fail:504 charged]]", "unknown", null],
    ["[[html-502 charged]]", "unknown", null],
    ["[[reset]]", "unknown", null],
    ["[[close]]", "unknown", null],
    ["[[truncate]]", "unknown", null],
    ["[[truncate:clean]]", "unknown", null],
    ["[[html-200]]", "failed", "likely"],
    ["[[empty]]", "failed", "likely"],
    ["[[svg]]", "failed", "likely"],
    ["[[html]]", "failed", "likely"],
    ["[[half]]", "failed", "likely"],
    ["[[corrupt]]", "failed", "likely"],
    ["[[url:http://10.0.0.7/1.png]]", "failed", "likely"],
    ["[[error-after-200:content_policy_violation]]", "failed", "no"],
  ])("by %s ends %s, charged: %s, and is asked for once", async (marker, state, charged) => {
    const { submit, start, ended, gateway } = await build();
    await start();
    const { attempts, images } = await ended((await submit(`a fox ${marker}`)).id);
    await gateway.idle();

    expect(attempts[0]).toMatchObject({ state, charged });
    expect(told(attempts[0]?.error)).not.toBe("");
    expect(images).toEqual([]);
    const asked = gateway.ledger().requests.filter((request) => request.method === "POST");
    expect(asked).toHaveLength(1);
    if (charged === "no")
      expect(gateway.ledger().charges.map((charge) => charge.state)).not.toContain("delivered");
  });

  test("by being refused for now waits as it was told, keeps its place, and is paid for once", async () => {
    const { submit, start, ended, gateway, told: toldBy } = await build();
    await start();
    const { id } = await submit("a fox [[once:429 retry-after=1]]");
    const { attempt } = await toldBy("attempt-queued", id);
    const generation = await ended(id);

    expect(attempt).toMatchObject({ state: "queued", error: { code: "rate_limited" } });
    expect(attempt.notBefore).not.toBeNull();
    expect(generation).toMatchObject({ state: "succeeded", attempts: [{ error: null }] });
    expect(gateway.ledger().charges).toHaveLength(1);
  });

  test("because nobody listens there goes back to the queue, for it is proven unsent", async () => {
    const { context, submit, start, gateway, told: toldBy } = await build();
    const unreachable = createTestEngine(gateway, { baseUrl: "http://127.0.0.1:9" });
    context.engine = async () => unreachable;
    const { id } = await submit("a fox");
    await start();
    const { attempt } = await toldBy("attempt-queued", id);

    expect(attempt).toMatchObject({
      state: "queued",
      sentAt: null,
      error: { code: "unreachable" },
    });
    expect(attempt.notBefore).not.toBeNull();
  });

  test("because the key was taken away costs nothing, and says where to enter one", async () => {
    const { context, submit, start, ended, gateway } = await build();
    const { id } = await submit("a fox");
    context.engine = async () => null;
    await start();
    const { attempts } = await ended(id);

    expect(attempts[0]).toMatchObject({
      state: "failed",
      charged: "no",
      error: { code: "unauthorized" },
    });
    expect(told(attempts[0]?.error)).toContain("Settings");
    expect(gateway.ledger().charges).toEqual([]);
  });

  test("by bytes that are no picture keeps them where a person can look", async () => {
    const { submit, start, ended, context } = await build();
    await start();
    const { attempts } = await ended((await submit("a fox [[half]]")).id);

    const kept = await context.spool.read(attempts[0]?.id ?? "");
    expect(kept[0]?.bytes?.length).toBeGreaterThan(0);
  });
});
