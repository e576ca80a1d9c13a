import { afterEach, beforeEach, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import type { Gateway } from "#lib/gateways/gateway.ts";
import { givenGatewayId, localGatewayId } from "#lib/gateways/seeded-gateways.ts";
import { claimAttempt } from "#lib/generation/attempt/claim-attempt.server.ts";
import { keySubject } from "#lib/generation/attempt/pause-subject.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import { claimHalfOpen } from "#lib/generation/pause/claim-half-open.server.ts";
import { recoverAttempts } from "#lib/generation/recover/recover-attempts.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";
import { because } from "#messages/reason.ts";

describeOnBothDatabases("with several gateways", (open) => {
  let studio: TestStudio;
  beforeEach(async () => {
    studio = await createTestStudio(await open());
  });
  afterEach(() => studio.close());
  const client = () => studio.context.client;

  const withGateway = (change: Partial<Gateway>) => {
    const { context } = studio;
    const { gateways } = context;
    context.gateways = async () => (await gateways()).map((one) => ({ ...one, ...change }));
  };

  test("what waits for one that was turned off and then removed ends, and is not sent", async () => {
    const { id } = await studio.submit("a fox");
    withGateway({ isEnabled: false, isDeleted: true });
    studio.context.engine = async () => null;
    await studio.start();

    expect(await studio.ended(id)).toMatchObject({
      state: "failed",
      attempts: [{ charged: "no", error: { code: "unauthorized" } }],
    });
    expect(studio.gateway.ledger().charges).toEqual([]);
  });

  test("a picture that came as an address is fetched, though its gateway was removed meanwhile", async () => {
    const { context, submit, start, until, ended } = studio;
    const { engine } = studio;
    context.engine = async () => ({
      ...engine,
      fetchImage: async () => {
        context.engine = async () => null;
        throw new Error("the process stood still");
      },
    });
    const { id } = await submit("a fox [[url]]");
    const runner = await start();
    await until("attempt-updated", id);
    await runner.close({ graceMs: 10_000 });
    await client().attempt.updateMany({ data: { notBefore: null, leaseUntil: new Date(0) } });
    await start();

    expect((await ended(id)).images).toHaveLength(1);
    expect(studio.gateway.ledger().charges).toHaveLength(1);
  });

  test("two that are asked by one key wait together, and whoever waited first is sent first", async () => {
    const keyId = "shared";
    await studio.submit("a fox");
    const past = new Date(Date.now() - 1_000);
    const pause = {
      userId,
      gatewayId: givenGatewayId,
      code: "rate_limited",
      reason: because("said", { said: "Wait." }),
    };
    await client().pause.create({
      data: { ...pause, subject: keySubject(keyId), until: past, createdAt: past },
    });
    const gateways = [givenGatewayId, localGatewayId].map((id) => ({ id, keyId }));

    expect(await claimAttempt(client(), { owner: "a", gateways })).toBeNull();
    const probe = await claimHalfOpen(client(), { owner: "a", gateways });
    expect(probe?.gatewayId).toBe(givenGatewayId);
  });

  test("one that costs nothing is waited for as well, when it asks for it", async () => {
    await client().gateway.update({ where: { id: givenGatewayId }, data: { paid: false } });
    await studio.submit("a fox");
    const until = new Date(Date.now() + 60_000);
    const pause = {
      userId,
      gatewayId: givenGatewayId,
      code: "rate_limited",
      reason: because("said", { said: "Wait." }),
    };
    await client().pause.create({ data: { ...pause, subject: keySubject("key"), until } });

    const gateways = [{ id: givenGatewayId, keyId: "key" }];
    expect(await claimAttempt(client(), { owner: "a", gateways })).toBeNull();
  });

  test.each(["before it is claimed", "after it was sent"])(
    "one that is told to cost money %s is asked once, whatever was said at the press",
    async (when) => {
      const setPaid = (paid: boolean) =>
        client().gateway.update({ where: { id: givenGatewayId }, data: { paid } });
      await setPaid(false);
      const { id } = await studio.submit("a fox");
      await client().attempt.updateMany({ data: { paid: false } });
      if (when === "before it is claimed") await setPaid(true);
      const gateways = [{ id: givenGatewayId, keyId: null }];
      const claim = await claimAttempt(client(), { owner: "dead", gateways });
      expect(claim?.paid).toBe(when === "before it is claimed");
      await setPaid(true);
      const lost = { state: "sending", sentAt: new Date(), leaseUntil: new Date(0) };
      await client().attempt.updateMany({ data: lost });
      await recoverAttempts(studio.context, { owner: "alive", isInHand: () => false });

      const { attempts } = await studio.until("attempt-ended", id);
      expect(attempts[0]).toMatchObject({ state: "unknown", charged: null });
    },
  );

  test.each([
    ["", "succeeded", "yes"],
    ["[[html]]", "failed", "likely"],
  ])(
    "one that is told to cost money while it makes a picture (%s) may have meant it then",
    async (marker, state, charged) => {
      const setPaid = (paid: boolean) =>
        client().gateway.update({ where: { id: givenGatewayId }, data: { paid } });
      await setPaid(false);
      const { id } = await studio.submit(`a fox ${marker} [[hold-body:gate]]`);
      await studio.start();
      await studio.until("attempt-started", id);
      await setPaid(true);
      studio.gateway.release("gate");

      const { attempts } = await studio.ended(id);
      expect(attempts[0]).toMatchObject({ state, charged });
    },
  );
});
