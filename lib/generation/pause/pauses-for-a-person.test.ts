import { afterEach, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { createTestEngine } from "#lib/engine/gateway/test-gateway-engine.ts";
import { givenGatewayId, localGatewayId } from "#lib/gateways/seeded-gateways.ts";
import { claimAttempt } from "#lib/generation/attempt/claim-attempt.server.ts";
import { keySubject } from "#lib/generation/attempt/pause-subject.ts";
import { answerAlways } from "#lib/generation/faults/test-answering.ts";
import { createTestQueue } from "#lib/generation/faults/test-queue.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";
import { because } from "#messages/reason.ts";

describeOnBothDatabases("a key that is wrong, or has no money", (open) => {
  let studio: TestStudio;
  let queue: ReturnType<typeof createTestQueue>;
  const build = async () => {
    studio = await createTestStudio(await open());
    queue = createTestQueue(studio);
    return studio;
  };
  afterEach(() => studio.close());

  test.each([
    ["401", "unauthorized"],
    ["402", "payment_required"],
  ] as const)(
    "by %s fails the one that was told, free, and holds the rest until a person acts",
    async (status, code) => {
      const { submit } = await build();
      const refused = await submit(`a fox [[fail:${status}]]`);
      await submit("a wolf", { n: 2 });
      await queue.run(await queue.claim());

      expect(
        await studio.context.client.attempt.findFirst({
          where: { generationId: refused.id },
          select: { state: true, charged: true },
        }),
      ).toEqual({ state: "failed", charged: "no" });
      expect(await queue.claim()).toBeNull();
      expect(await queue.probe()).toBeNull();
      expect(await queue.pauses()).toMatchObject([{ code, until: null }]);
      expect(await queue.lift({ by: "resume", gatewayId: null })).toEqual([]);
      expect(await queue.told()).toEqual([
        { pauses: [expect.objectContaining({ code, gatewayId: givenGatewayId, until: null })] },
        { pauses: [] },
      ]);
      expect((await queue.claim())?.request.prompt).toBe("a wolf");
    },
  );

  const sketch = "iVBORw0KGgoAAAANSUhEUgAAAEAAAABA";
  const streamOf = (...events: object[]) =>
    new Response(events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(""), {
      headers: { "content-type": "text/event-stream" },
    });

  test.each([
    [
      "that had begun",
      "payment_required",
      () =>
        streamOf(
          { type: "image_generation.partial_image", b64_json: sketch, partial_image_index: 0 },
          { error: { code: "insufficient_credits", message: "No credits left." } },
        ),
    ],
    [
      "that speaks of a bill",
      "unauthorized",
      () =>
        Response.json(
          { error: { message: "The key was revoked.", charged: true } },
          { status: 401 },
        ),
    ],
  ] as const)("by an answer %s holds the rest just as well", async (_, code, answer) => {
    const { submit, context } = await build();
    answerAlways(studio, answer);
    const { id } = await submit("a fox");
    await submit("a wolf");
    await queue.run(await queue.claim());
    const told = await context.client.attempt.findFirst({
      where: { generationId: id },
      select: { state: true, charged: true },
    });

    expect(told).toEqual({ state: "failed", charged: "likely" });
    expect(await queue.pauses()).toMatchObject([{ code, until: null }]);
    expect(await queue.claim()).toBeNull();
  });

  test("for want of money outlasts a wait that was told later", async () => {
    const { submit } = await build();
    await submit("a fox [[fail:402]]");
    await submit("a wolf [[fail:429 retry-after=2]]");
    const [first, second] = [await queue.claim(), await queue.claim()];
    await queue.run(first);
    await queue.run(second);

    expect(await queue.pauses()).toMatchObject([{ code: "payment_required", until: null }]);
  });

  test("goes on by what a person did about it, and by nothing else", async () => {
    const { submit } = await build();
    const gatewayId = givenGatewayId;
    const subject = keySubject(queue.keyId);
    const standing = {
      userId,
      gatewayId,
      subject,
      reason: because("said", { said: "Wait." }),
      until: null,
    };
    await submit("a fox");
    const pause = async (code: "unauthorized" | "payment_required" | "rate_limited") => {
      await studio.context.client.pause.deleteMany();
      const until = code === "rate_limited" ? new Date(Date.now() + 60_000) : null;
      await studio.context.client.pause.create({
        data: { ...standing, code, until },
        select: { code: true },
      });
    };

    await pause("payment_required");
    expect(await queue.lift({ by: "test", keyId: queue.keyId })).toHaveLength(1);
    expect(await queue.lift({ by: "start", keyIds: [queue.keyId] })).toHaveLength(1);
    expect(await queue.lift({ by: "settings", gatewayId: localGatewayId })).toHaveLength(1);
    expect(await queue.lift({ by: "settings", gatewayId })).toEqual([]);
    await pause("unauthorized");
    expect(await queue.lift({ by: "test", keyId: "another" })).toHaveLength(1);
    expect(await queue.lift({ by: "test", keyId: queue.keyId })).toEqual([]);
    await pause("unauthorized");
    expect(await queue.lift({ by: "start", keyIds: ["another"] })).toEqual([]);
    await pause("rate_limited");
    expect(await queue.lift({ by: "resume", gatewayId: null })).toHaveLength(1);
  });

  test("is not ended by the late answer to what was sent before", async () => {
    const { submit, gateway } = await build();
    await submit("a fox [[hold:gate]]");
    await submit("a wolf [[fail:402]]");
    const slow = queue.run(await queue.claim());
    await gateway.reached("gate");
    await queue.run(await queue.claim());
    gateway.release("gate");
    await slow;

    expect(await queue.pauses()).toMatchObject([{ code: "payment_required" }]);
  });

  test("that was replaced while its request was out holds nothing up", async () => {
    const { submit, gateway, context } = await build();
    await submit("a fox [[fail:402]]");
    const asked = await queue.claim();
    const other = createTestEngine(gateway, { apiKey: "rsk_other" });
    const engines = [studio.engine, other];
    context.engine = async () => engines.shift() ?? other;
    await queue.run(asked);

    expect(await queue.pauses()).toEqual([]);
  });

  test("holds up nothing of the painter's", async () => {
    const { submit, context } = await build();
    await submit("a fox [[fail:402]]");
    const refused = await queue.run(await queue.claim());
    await submit("a wolf");
    await context.client.attempt.updateMany({
      where: { state: "queued", id: { not: refused?.id ?? "" } },
      data: { gatewayId: localGatewayId, paid: false },
    });

    const painter = { id: localGatewayId, keyId: null };
    const gateways = [{ id: givenGatewayId, keyId: queue.keyId }, painter];
    expect(await claimAttempt(context.client, { owner: "a", gateways })).not.toBeNull();
  });
});
