import { afterEach, expect, test } from "vitest";
import { createTestQueue } from "#lib/generation/faults/test-queue.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";

describeOnBothDatabases("a picture is kept, whatever its cost is said to be", (open) => {
  let studio: TestStudio;
  afterEach(() => studio.close());

  test.each([
    [[3_000_000_000], null],
    [[2_000_000_000, 2_000_000_000], null],
    [[-1], null],
    [[Number.MAX_VALUE], null],
    [[40_000, -1], null],
    [[40_000.6, 0], 40_001],
    [[null, null], 80_000, 80_000],
    [[40_000, null], 80_000, 80_000],
    [[40_000], 3_000_000_000, null],
  ])("%j millionths, and %j in all", async (costs, ...bills) => {
    const actualCostMicros = bills.at(-1) ?? null;
    const told = bills.length > 1 ? bills[0] : null;
    studio = await createTestStudio(await open());
    const bytes = await studio.image();
    const { engine } = studio;
    studio.context.engine = async () => ({
      ...engine,
      async *generate() {
        yield { type: "started", requestId: null } as const;
        for (const costMicros of costs) {
          const source = { type: "bytes", bytes } as const;
          yield {
            type: "picture",
            source,
            revisedPrompt: null,
            delivered: {},
            costMicros,
          } as const;
        }
        if (typeof told === "number") yield { type: "bill", costMicros: told } as const;
      },
    });
    const queue = createTestQueue(studio);
    await studio.submit("a fox");
    await queue.run(await queue.claim());

    expect(await studio.context.client.attempt.findFirst()).toMatchObject({
      state: "succeeded",
      charged: "yes",
      actualCostMicros,
    });
  });
});
