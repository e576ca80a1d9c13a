import { afterEach, expect, test } from "vitest";
import { claimAttempt } from "#lib/generation/attempt/claim-attempt.server.ts";
import { countTries } from "#lib/generation/attempt/count-tries.server.ts";
import {
  createTestStudio,
  freeGateways,
  type TestStudio,
} from "#lib/generation/faults/test-studio.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";

describeOnBothDatabases("a try at pictures of the spool", (open) => {
  let studio: TestStudio;
  /** The second try at an attempt; the first did not come back. */
  const build = async () => {
    studio = await createTestStudio(await open());
    await studio.submit("a fox");
    const claim = await claimAttempt(studio.context.client, { owner: "a", gateways: freeGateways });
    if (!claim) throw new Error("nothing was claimed");
    return countTries(studio.context.client, { claim, tries: 1 });
  };
  const counted = async () =>
    (await studio.context.client.attempt.findFirst({ select: { adoptCount: true } }))?.adoptCount;
  afterEach(() => studio.close());

  test("counts for as long as one of them is with a decoder, whichever ends first", async () => {
    const watch = await build();
    await watch.begin();
    await watch.begin();
    await watch.end();
    const oneLeft = await counted();
    await watch.end();

    expect([oneLeft, await counted()]).toEqual([2, 0]);
  });

  test("of a process that was fenced off counts nothing, and takes nothing back", async () => {
    const watch = await build();
    await studio.context.client.attempt.updateMany({
      data: { fence: { increment: 1 }, adoptCount: 5 },
    });
    await watch.begin();
    const begun = await counted();
    await watch.end();

    expect([begun, await counted()]).toEqual([5, 5]);
  });
});
