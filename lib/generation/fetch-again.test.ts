import { afterEach, expect, test } from "vitest";
import type { AttemptView } from "#lib/contract/generation-view.ts";
import {
  type AddressMood,
  createAddressStudio,
} from "#lib/generation/faults/test-address-studio.ts";
import { fetchAgain } from "#lib/generation/fetch-again.server.ts";
import { recoverAttempts } from "#lib/generation/recover/recover-attempts.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";
import { told } from "#messages/test-told.ts";

type AddressStudio = Awaited<ReturnType<typeof createAddressStudio>>;

describeOnBothDatabases("an address that gave no picture", (open) => {
  let studio: AddressStudio;
  const build = async (first: AddressMood) => {
    studio = await createAddressStudio(await open(), first);
    return studio;
  };
  const context = () => studio.context;
  const only = ({ attempts }: { attempts: readonly AttemptView[] }) => attempts[0];
  afterEach(() => studio.close());

  test.each(["refused", "page"] as const)(
    "(%s) is kept with its attempt, and fetched again for free once it gives one",
    async (first) => {
      const { ended, gateway } = await build(first);
      const { id } = await studio.submitAndRun();
      const failed = only(await ended(id));
      studio.turn("up");
      await studio.save(id);
      await fetchAgain(context());
      const generation = await ended(id);

      expect(failed).toMatchObject({
        state: "failed",
        charged: "likely",
        imageUrl: expect.stringContaining(gateway.url),
        error: { reason: { code: "address_kept" } },
      });
      expect(generation).toMatchObject({ state: "succeeded", images: [{ index: 0 }] });
      expect(only(generation)).toMatchObject({
        state: "succeeded",
        charged: "yes",
        error: null,
        imageUrl: null,
      });
      expect(studio.posts()).toBe(1);
      expect(await context().spool.list()).toEqual([]);
    },
  );

  test("is fetched again by a process whose spool has nothing of it", async () => {
    const { ended } = await build("refused");
    const { id } = await studio.submitAndRun();
    const attempt = only(await ended(id));
    await context().spool.remove(attempt?.id ?? "", [0]);
    studio.turn("up");
    await studio.save(id);
    await fetchAgain(context());

    expect((await ended(id)).state).toBe("succeeded");
  });

  test("is fetched again by the running studio itself, woken by the press", async () => {
    const { ended, start, follow } = await build("refused");
    await start();
    const { id } = await studio.submit("a fox [[url]]");
    await ended(id);
    studio.turn("up");
    await studio.save(id);

    expect((await follow(id, (_, { state }) => state === "succeeded")).images).toHaveLength(1);
  });

  test("has expired: that is told, asked for once, and waits a minute before it fails", async () => {
    const { start, follow } = await build("up");
    await start();
    const { id } = await studio.submit("a fox [[url]] [[expired:404]]");
    const waiting = only(await follow(id, (_, view) => only(view)?.error !== null));

    expect(waiting).toMatchObject({
      state: "storing",
      imageUrl: expect.stringContaining("/files/"),
      error: {
        code: "picture_unavailable",
        reason: { parameters: { reason: { code: "address_expired" } } },
      },
    });
    expect(studio.posts()).toBe(1);
  });

  test("is tried again by itself for a minute, and then fails with its address kept", async () => {
    const { ended } = await build("not-there-yet");
    const { id, queue } = await studio.submitAndRun();
    const waiting = only(await studio.save(id).then(() => studio.follow(id, () => true)));
    await queue.expireLeases();
    await recoverAttempts(context(), { owner: "recovery" });
    const stillWaiting = await context().client.attempt.findFirst({ select: { state: true } });
    await context().client.$executeRaw`
      UPDATE "Attempt" SET unfetched = jsonb_set(unfetched, '{0,since}', '"2026-01-01T00:00:00Z"')`;
    await queue.expireLeases();
    await recoverAttempts(context(), { owner: "recovery" });

    expect(told(waiting?.error)).toMatch(/not there yet.*by itself, for a minute/);
    expect(stillWaiting).toEqual({ state: "storing" });
    expect(only(await ended(id))).toMatchObject({
      state: "failed",
      imageUrl: expect.stringContaining("http"),
    });
  });

  test("gives a picture that ends early: it is tried again by itself, and then fails with its address kept", async () => {
    const { ended } = await build("up");
    const { id, queue } = await studio.submitAndRun("a fox [[url]] [[half]]");
    const waiting = only(await studio.follow(id, () => true));
    await context().client.$executeRaw`
      UPDATE "Attempt" SET unfetched = jsonb_set(unfetched, '{0,since}', '"2026-01-01T00:00:00Z"')`;
    await queue.expireLeases();
    await recoverAttempts(context(), { owner: "recovery" });

    expect(waiting).toMatchObject({ state: "storing", imageUrl: expect.stringContaining("http") });
    expect(told(waiting?.error)).toMatch(/damaged.*by itself, for a minute/);
    expect(only(await ended(id))).toMatchObject({
      state: "failed",
      imageUrl: expect.stringContaining("http"),
      error: { code: "bad_picture" },
    });
    expect(studio.posts()).toBe(1);
  });

  test("that has failed is not tried by itself any more", async () => {
    const { ended } = await build("refused");
    const { id, queue } = await studio.submitAndRun();
    await ended(id);
    studio.turn("up");
    await queue.expireLeases();
    await recoverAttempts(context(), { owner: "recovery" });
    await fetchAgain(context());

    expect((await ended(id)).state).toBe("failed");
  });

  test("that gives none again says anew why not, and can be fetched again", async () => {
    const { ended } = await build("refused");
    const { id } = await studio.submitAndRun();
    const first = only(await ended(id));
    studio.turn("not-there-yet");
    await studio.save(id);
    await fetchAgain(context());
    const failed = only(await ended(id));
    await studio.save(id);
    await fetchAgain(context());
    const failedAgain = only(await ended(id));
    studio.turn("up");
    await studio.save(id);
    await fetchAgain(context());

    expect(failed).toMatchObject({
      state: "failed",
    });
    expect(told(failed?.error)).toBe("It is not there yet. Its address is kept.");
    const times = [first, failed, failedAgain].map((attempt) => attempt?.fetchTriedAt ?? "");
    expect(times[0]).toBe("");
    expect(new Set(times.toSorted())).toEqual(new Set(times));
    expect(new Set(times).size).toBe(3);
    expect((await ended(id)).state).toBe("succeeded");
  });

  test("is not sent for where none is kept", async () => {
    const { ended } = await build("up");
    const { id } = await studio.submitAndRun("a fox [[fail:400]]");
    await ended(id);

    await expect(studio.save(id)).rejects.toMatchObject({ code: "conflict" });
  });
});
