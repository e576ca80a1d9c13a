import { afterEach, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { createTestEngine } from "#lib/engine/gateway/test-gateway-engine.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import { getGeneration } from "#lib/generation/list-generations.server.ts";
import { settleDue, settleGeneration } from "#lib/generation/recover/settle-outcomes.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";

describeOnBothDatabases("a gateway that keeps usage, asked what became of a request,", (open) => {
  let studio: TestStudio;
  afterEach(() => studio.close());

  const startWithUsage = async () => {
    studio = await createTestStudio(await open());
    const { gateway, context } = studio;
    const engine = createTestEngine(gateway, { isMeshAPI: true });
    context.engine = async () => engine;
    await studio.start();
    return { gateway, context };
  };

  test.each([
    ["[[fail:502 charged]]", "yes"],
    ["[[fail:502 charged]] [[usage-free]]", "no"],
    ["[[fail:502 charged]] [[usage-never]]", null],
  ])("(%s) is believed: billed %s", async (marker, charged) => {
    const { gateway, context } = await startWithUsage();
    const { id } = await studio.ended((await studio.submit(`a fox ${marker}`)).id);
    const { signal } = new AbortController();
    await settleGeneration(context, { generationId: id, signal });
    const settled = await studio.follow(id, (_, { attempts }) => attempts[0]?.settleCount === 1);

    expect(settled.attempts[0]).toMatchObject({ state: "unknown", charged });
    expect(gateway.ledger().charges).toHaveLength(charged === "no" ? 0 : 1);
    if (charged === "yes") {
      const [charge] = gateway.ledger().charges;
      expect(settled.attempts[0]?.actualCostMicros).toBe(charge?.amountMicros);
    }
  });

  test("is asked again while it knows of one request alone, where one was refused before, and believed at the day's last question", async () => {
    const { context } = await startWithUsage();
    const prompt = "a fox [[fail:502 charged]] [[usage-free]]";
    const { id } = await studio.ended((await studio.submit(prompt)).id);
    // The row is that of the first sending, hours before the last one.
    await context.client.$executeRaw`
      UPDATE "Attempt" SET "refusedCount" = 1, "sentAt" = "sentAt" + interval '4 hours'`;
    const { signal } = new AbortController();
    await settleGeneration(context, { generationId: id, signal });
    const asked = await getGeneration(context.client, { userId, id });
    await context.client.$executeRaw`
      UPDATE "Attempt" SET "settleStep" = 8, "settleAt" = clock_timestamp() - interval '1 s'`;
    await settleDue(context, { signal });
    const believed = await getGeneration(context.client, { userId, id });

    expect(asked.attempts[0]).toMatchObject({ state: "unknown", charged: null });
    expect(believed.attempts[0]).toMatchObject({ state: "unknown", charged: "no" });
  });
});
