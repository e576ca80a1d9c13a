import { afterEach, expect, test } from "vitest";
import { EngineError } from "#lib/engine/engine-error.server.ts";
import type { ImageEngine } from "#lib/engine/image-engine.ts";
import { claimAttempt, renewLease } from "#lib/generation/attempt/claim-attempt.server.ts";
import { createTestQueue } from "#lib/generation/faults/test-queue.ts";
import {
  createTestStudio,
  freeGateways,
  type TestStudio,
} from "#lib/generation/faults/test-studio.ts";
import { recoverAttempts } from "#lib/generation/recover/recover-attempts.server.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";
import { because } from "#messages/reason.ts";

describeOnBothDatabases("an attempt has one owner", (open) => {
  let studio: TestStudio;
  afterEach(() => studio.close());

  const submitAndClaim = async () => {
    studio = await createTestStudio(await open());
    await studio.submit("a fox");
    const claim = await claimAttempt(studio.context.client, { owner: "a", gateways: freeGateways });
    if (!claim) throw new Error("nothing was claimed");
    return claim;
  };
  const row = (id: string) =>
    studio.context.client.attempt.findUniqueOrThrow({
      where: { id },
      select: { state: true, fence: true, leaseOwner: true, leaseUntil: true },
    });

  test("who renews between the recovery's look and its take-over keeps it", async () => {
    const claim = await submitAndClaim();
    const { client } = studio.context;
    await createTestQueue(studio).expireLeases();
    const isRenewed = Promise.withResolvers<boolean>();
    const looking = afterFirstQuery(client, async () => {
      isRenewed.resolve(await renewLease(client, claim));
    });
    await recoverAttempts({ ...studio.context, client: looking }, { owner: "recovery" });

    expect(await isRenewed.promise).toBe(true);
    expect(await row(claim.id)).toMatchObject({
      state: "claimed",
      fence: claim.fence,
      leaseOwner: "a",
    });
  });

  test("who was fenced off renews nothing", async () => {
    const claim = await submitAndClaim();
    const { client } = studio.context;
    await client.attempt.updateMany({ data: { fence: claim.fence + 1, leaseOwner: "b" } });
    await createTestQueue(studio).expireLeases();
    const before = await row(claim.id);

    expect(await renewLease(client, claim)).toBe(false);
    expect(await row(claim.id)).toEqual(before);
  });

  test("what was lost is unknown where its gateway came to cost money while it was asked", async () => {
    studio = await createTestStudio(await open());
    const { engine, context, submit } = studio;
    const { client } = context;
    await client.gateway.updateMany({ data: { paid: false } });
    context.engine = async () => ({
      ...engine,
      async *generate() {
        await client.gateway.updateMany({ data: { paid: true } });
        yield { type: "started", requestId: null };
        const told = { sent: "maybe", charged: null, code: "timeout" } as const;
        throw new EngineError(because("said", { said: "It broke off." }), told);
      },
    });
    await submit("a fox");
    const queue = createTestQueue(studio);
    const { id, paid } = await queue.run(await queue.claim());

    expect(paid).toBe(false);
    expect(await row(id)).toMatchObject({ state: "unknown" });
  });

  test.each([
    ["unsent", { sent: "no", charged: "no", code: "unreachable" }],
    ["refused for now", { sent: "answered", charged: "no", code: "rate_limited" }],
  ] as const)("what had begun is never sent again, though it is called %s", async (_, options) => {
    const claim = await submitAndClaim();
    const { engine, context } = studio;
    const failing: ImageEngine = {
      ...engine,
      async *generate() {
        yield { type: "started", requestId: null };
        throw new EngineError(because("said", { said: "It ended." }), options);
      },
    };
    context.engine = async () => failing;
    await createTestQueue(studio).run(claim);

    expect(await row(claim.id)).toMatchObject({ state: "unknown", fence: claim.fence });
  });
});

/** The same client, which does something between its first query and whatever follows. */
function afterFirstQuery(client: PrismaClient, act: () => Promise<void>): PrismaClient {
  let isFirst = true;
  return new Proxy(client, {
    get: (target, name) => {
      if (name !== "$queryRaw" || !isFirst) return Reflect.get(target, name);
      isFirst = false;
      return async (...query: Parameters<PrismaClient["$queryRaw"]>) => {
        const rows = await target.$queryRaw(...query);
        await act();
        return rows;
      };
    },
  });
}
