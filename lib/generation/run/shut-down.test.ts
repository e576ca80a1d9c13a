import { afterEach, expect, test } from "vitest";
import { claimAttempt } from "#lib/generation/attempt/claim-attempt.server.ts";
import {
  createTestStudio,
  freeGateways,
  type TestStudio,
} from "#lib/generation/faults/test-studio.ts";
import { describeOnPostgres } from "#lib/platform/database/test-database.ts";
import type { SpooledEntry } from "#lib/storage/spool/spool.server.ts";

describeOnPostgres("a studio that is stopped", (open) => {
  let studio: TestStudio;
  afterEach(() => studio.close());

  test("waits for a recovery under way no longer than for what is in flight", async () => {
    studio = await createTestStudio(await open());
    const { context, submit, start } = studio;
    await submit("a fox");
    await claimAttempt(context.client, { owner: "dead", gateways: freeGateways });
    await context.client.$executeRaw`
      UPDATE "Attempt" SET state = 'receiving', "leaseUntil" = clock_timestamp() - interval '1 s'`;
    const isReading = Promise.withResolvers<void>();
    const entries = Promise.withResolvers<SpooledEntry[]>();
    context.spool = {
      ...context.spool,
      read() {
        isReading.resolve();
        return entries.promise;
      },
    };
    const runner = await start();
    await isReading.promise;
    const left = await runner.close({ graceMs: 1 });
    entries.resolve([]);

    expect(left).toBe(0);
  });
});
