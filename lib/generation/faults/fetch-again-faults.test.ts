import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import type { AttemptView } from "#lib/contract/generation-view.ts";
import { EngineError } from "#lib/engine/engine-error.server.ts";
import { leaseSeconds } from "#lib/generation/attempt/claim-attempt.server.ts";
import {
  type AddressMood,
  createAddressStudio,
} from "#lib/generation/faults/test-address-studio.ts";
import { fetchAgain } from "#lib/generation/fetch-again.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";
import { because } from "#messages/reason.ts";

type AddressStudio = Awaited<ReturnType<typeof createAddressStudio>>;

describeOnBothDatabases("a picture that is fetched again", (open) => {
  let studio: AddressStudio;
  const build = async (first: AddressMood) => {
    studio = await createAddressStudio(await open(), first);
    return studio;
  };
  const context = () => studio.context;
  const only = ({ attempts }: { attempts: readonly AttemptView[] }) => attempts[0];
  afterEach(() => studio.close());

  test("settles an outcome that was unknown", async () => {
    const { ended } = await build("refused");
    const { id } = await studio.submitAndRun();
    await context().client.attempt.updateMany({ data: { state: "unknown", charged: null } });
    studio.turn("up");
    await studio.save(id);
    await fetchAgain(context());

    expect((await ended(id)).state).toBe("succeeded");
  });

  test("is kept though its address takes longer to answer than any lease: what had ended has none", async () => {
    const { ended, engine } = await build("refused");
    const { id } = await studio.submitAndRun();
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    onTestFinished(() => void vi.useRealTimers());
    context().engine = async () => ({
      ...engine,
      async fetchImage(url, options) {
        await vi.advanceTimersByTimeAsync(2 * leaseSeconds * 1_000);
        // Whoever asked the database meanwhile has his answer before this one.
        await context().client.attempt.count();
        return engine.fetchImage(url, options);
      },
    });
    await studio.save(id);
    await fetchAgain(context());

    expect(await ended(id)).toMatchObject({ state: "succeeded", images: [{ index: 0 }] });
  });

  test("the address of one of several stays with an attempt that succeeded, and is not offered again", async () => {
    const { ended, engine } = await build("up");
    let asked = 0;
    studio.context.engine = async () => ({
      ...engine,
      fetchImage: async (url, options) => {
        asked += 1;
        if (asked > 1) return engine.fetchImage(url, options);
        throw new EngineError(because("said", { said: "Not this one." }), {
          sent: "answered",
          charged: "likely",
          code: "picture_unavailable",
        });
      },
    });
    const { id } = await studio.submitAndRun("a fox [[url]] [[extra:1]]");
    const generation = await ended(id);

    expect(generation.images).toHaveLength(1);
    const row = await context().client.attempt.findFirst({ select: { unfetched: true } });
    expect(row?.unfetched).toMatchObject([{ words: { url: expect.stringContaining("http") } }]);
    // What succeeded is fetched no more: the press would be refused.
    expect(only(generation)).toMatchObject({ state: "succeeded", imageUrl: null });
    await expect(studio.save(id)).rejects.toMatchObject({ code: "conflict" });
  });
});
