import { afterEach, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { createGatewayEngine } from "#lib/engine/gateway/gateway-engine.server.ts";
import { readEvents } from "#lib/events/read-events.server.ts";
import { type ClaimedAttempt, claimAttempt } from "#lib/generation/claim-attempt.server.ts";
import { claimProbe } from "#lib/generation/claim-probe.server.ts";
import { type Lifting, liftPauses } from "#lib/generation/lift-pauses.server.ts";
import { listPauses } from "#lib/generation/list-pauses.server.ts";
import { keySubject } from "#lib/generation/pause-subject.ts";
import { recoverAttempts } from "#lib/generation/recover-attempts.server.ts";
import { runAttempt } from "#lib/generation/run-attempt.server.ts";
import { stopGeneration } from "#lib/generation/stop-generation.server.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/test-studio.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";

describeOnBothDatabases("a paused key", (open) => {
  let studio: TestStudio;
  const build = async () => {
    studio = await createTestStudio(await open());
    return studio;
  };
  afterEach(() => studio.close());

  const keyId = () => studio.engine.keyId ?? "";
  const claim = () =>
    claimAttempt(studio.context.client, { owner: "a", engines: ["gateway"], keyId: keyId() });
  const probe = () => claimProbe(studio.context.client, { owner: "a", keyId: keyId() });
  const pauses = () => listPauses(studio.context.client, userId);
  const lift = (lifting: Lifting) => liftPauses(studio.context.client, { userId, lifting });
  const lists = async () => {
    const events = await readEvents(studio.context.client, { userId, after: 0 });
    return (events ?? []).filter(({ type }) => type === "pauses-changed").map(({ data }) => data);
  };
  /** Carries out what a claim took, to its end. */
  const run = async (claimed: ClaimedAttempt | null) => {
    if (!claimed) throw new Error("nothing was claimed");
    await runAttempt(studio.context, { claim: claimed, signal: new AbortController().signal });
    return claimed;
  };
  /** The time that the gateway asked for is over. */
  const endWaiting = async () => {
    await studio.context.client.$executeRaw`
      UPDATE "Pause" SET "until" = clock_timestamp() - interval '1 s', "createdAt" = clock_timestamp() - interval '2 s'`;
    await studio.context.client.$executeRaw`UPDATE "Attempt" SET "notBefore" = NULL`;
  };
  const stateOf = (id: string) =>
    studio.context.client.attempt.findUniqueOrThrow({
      where: { id },
      select: { state: true, position: true, refusedCount: true },
    });

  test("by 429 sends nothing more until then, and keeps every place", async () => {
    const { press } = await build();
    const { attempts } = await press("a fox [[fail:429 retry-after=60]]");
    await press("a wolf");
    const before = await stateOf(attempts[0]?.id ?? "");
    await run(await claim());

    expect(await claim()).toBeNull();
    expect(await probe()).toBeNull();
    expect(await stateOf(attempts[0]?.id ?? "")).toEqual({ ...before, refusedCount: 1 });
    expect(await pauses()).toMatchObject([{ code: "rate_limited" }]);
    expect(await lists()).toEqual([{ pauses: await pauses() }]);
    expect(studio.gateway.ledger().charges).toEqual([]);
  });

  test("waits until the later of two times that it was told", async () => {
    const { press } = await build();
    await press("a fox [[fail:429 retry-after=100]]");
    await press("a wolf [[fail:429 retry-after=2]]");
    const [first, second] = [await claim(), await claim()];
    await run(first);
    const told = await pauses();
    await run(second);

    expect(await pauses()).toEqual(told);
    expect(await lists()).toHaveLength(1);
  });

  test("once its time is over sends one, and the rest when the gateway has let that one in", async () => {
    const { press, gateway } = await build();
    await press("a fox [[once:429 retry-after=60]]");
    await press("a wolf", { n: 3 });
    await run(await claim());
    await endWaiting();

    expect(await claim()).toBeNull();
    const out = await probe();
    expect(await probe()).toBeNull();
    await run(out);
    expect(out?.request.prompt).toContain("fox");
    expect(gateway.ledger().charges).toHaveLength(1);
    expect(await claim()).not.toBeNull();
    expect(await claim()).not.toBeNull();
    expect(await studio.context.client.pause.count()).toBe(0);
  });

  test("needs no proof any more when it was over long ago", async () => {
    const { press } = await build();
    await press("a fox [[fail:429 retry-after=60]]", { n: 3 });
    await run(await claim());
    await endWaiting();
    await studio.context.client.$executeRaw`
      UPDATE "Pause" SET "until" = clock_timestamp() - interval '16 minutes'`;

    expect(await claim()).not.toBeNull();
    expect(await claim()).not.toBeNull();
  });

  test("lets two processes that look at once send one between them", async () => {
    const { press } = await build();
    await press("a fox [[fail:429 retry-after=60]]", { n: 8 });
    await run(await claim());
    await endWaiting();
    const probes = await Promise.all(Array.from({ length: 8 }, probe));

    expect(probes.filter(Boolean)).toHaveLength(1);
  });

  test("does not let a queue use up its tries: only the one in front was refused again", async () => {
    const { press } = await build();
    await press("a fox [[fail:429 retry-after=60]]", { n: 5 });
    await run(await claim());
    await endWaiting();
    await run(await probe());

    const counts = await studio.context.client.attempt.findMany({
      orderBy: { position: "asc" },
      select: { refusedCount: true },
    });
    expect(counts.map(({ refusedCount }) => refusedCount)).toEqual([2, 0, 0, 0, 0]);
  });

  test("sends another when the one that was to show it died before it was sent", async () => {
    const { press } = await build();
    await press("a fox [[fail:429 retry-after=60]]", { n: 2 });
    await run(await claim());
    await endWaiting();
    const died = await probe();
    await studio.context.client.$executeRaw`
      UPDATE "Attempt" SET "leaseUntil" = clock_timestamp() - interval '1 s' WHERE state = 'claimed'`;
    await recoverAttempts(studio.context, { owner: "b" });

    expect(await probe()).toMatchObject({ id: died?.id });
  });

  test("sends another when the one that was to show it was wrong in itself", async () => {
    const { press } = await build();
    await press("a fox [[fail:422]] [[once:429 retry-after=60]]");
    await press("a wolf");
    await run(await claim());
    await endWaiting();
    await run(await probe());

    expect((await probe())?.request.prompt).toBe("a wolf");
  });

  test.each([
    ["401", "unauthorized"],
    ["402", "payment_required"],
  ] as const)(
    "by %s fails the one that was told, free, and holds the rest until a person acts",
    async (status, code) => {
      const { press } = await build();
      const refused = await press(`a fox [[fail:${status}]]`);
      await press("a wolf", { n: 2 });
      await run(await claim());

      expect(
        await studio.context.client.attempt.findFirst({
          where: { generationId: refused.id },
          select: { state: true, charged: true },
        }),
      ).toEqual({ state: "failed", charged: "no" });
      expect(await claim()).toBeNull();
      expect(await probe()).toBeNull();
      expect(await pauses()).toMatchObject([{ code, until: null }]);
      expect(await lift({ by: "resume" })).toEqual([]);
      expect(await lists()).toEqual([
        { pauses: [{ code, message: expect.any(String), until: null }] },
        { pauses: [] },
      ]);
      expect((await claim())?.request.prompt).toBe("a wolf");
    },
  );

  test("for want of money outlasts a wait that was told later", async () => {
    const { press } = await build();
    await press("a fox [[fail:402]]");
    await press("a wolf [[fail:429 retry-after=2]]");
    const [first, second] = [await claim(), await claim()];
    await run(first);
    await run(second);

    expect(await pauses()).toMatchObject([{ code: "payment_required", until: null }]);
  });

  test("goes on by what a person did about it, and by nothing else", async () => {
    const { press } = await build();
    const standing = { userId, subject: keySubject(keyId()), message: "Wait.", until: null };
    await press("a fox");
    const pause = async (code: "unauthorized" | "payment_required" | "rate_limited") => {
      await studio.context.client.pause.deleteMany();
      const until = code === "rate_limited" ? new Date(Date.now() + 60_000) : null;
      await studio.context.client.pause.create({
        data: { ...standing, code, until },
        select: { code: true },
      });
    };

    await pause("payment_required");
    expect(await lift({ by: "test", keyId: keyId() })).toHaveLength(1);
    expect(await lift({ by: "start", keyId: keyId() })).toHaveLength(1);
    expect(await lift({ by: "settings" })).toEqual([]);
    await pause("unauthorized");
    expect(await lift({ by: "test", keyId: "another" })).toHaveLength(1);
    expect(await lift({ by: "test", keyId: keyId() })).toEqual([]);
    await pause("unauthorized");
    expect(await lift({ by: "start", keyId: "another" })).toEqual([]);
    await pause("rate_limited");
    expect(await lift({ by: "resume" })).toHaveLength(1);
  });

  test("is not ended by the late answer to what was sent before", async () => {
    const { press, gateway } = await build();
    await press("a fox [[hold:gate]]");
    await press("a wolf [[fail:402]]");
    const slow = run(await claim());
    await gateway.reached("gate");
    await run(await claim());
    gateway.release("gate");
    await slow;

    expect(await pauses()).toMatchObject([{ code: "payment_required" }]);
  });

  test("that was replaced while its request was out holds nothing up", async () => {
    const { press, gateway, context } = await build();
    await press("a fox [[fail:402]]");
    const asked = await claim();
    const other = createGatewayEngine({
      apiKey: "rsk_other",
      baseUrl: gateway.url,
      stream: true,
      deadlineMs: 30_000,
      resultsOverHttp: false,
    });
    const engines = [studio.engine, other];
    context.engine = async () => engines.shift() ?? other;
    await run(asked);

    expect(await pauses()).toEqual([]);
  });

  test("holds up nothing of the painter's", async () => {
    const { press, context } = await build();
    await press("a fox [[fail:402]]");
    await run(await claim());
    await press("a wolf");
    await context.client.generation.updateMany({ data: { engine: "painter" } });

    const next = { owner: "a", engines: ["painter", "gateway"] as const, keyId: keyId() };
    expect(await claimAttempt(context.client, next)).not.toBeNull();
  });

  test("lets what waits be stopped, free", async () => {
    const { press } = await build();
    await press("a fox [[fail:429 retry-after=60]]");
    const { id } = await press("a wolf");
    await run(await claim());

    const { state, attempts } = await stopGeneration(studio.context, { userId, id });
    expect({ state, charged: attempts[0]?.charged }).toEqual({ state: "canceled", charged: "no" });
  });

  test("goes on by itself in a running studio, and nothing is bought twice", async () => {
    const { press, start, ended, gateway } = await build();
    await start();
    const [one, two] = [
      await press("a fox [[once:429 retry-after=1]]"),
      await press("a wolf", { n: 5 }),
    ];
    await ended(one.id);
    const last = await ended(two.id);

    expect(last.state).toBe("succeeded");
    expect(gateway.ledger().charges).toHaveLength(6);
    expect(await studio.context.client.pause.count()).toBe(0);
  });
});
