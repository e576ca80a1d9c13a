import { afterEach, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { EngineError } from "#lib/engine/engine-error.server.ts";
import { createTestQueue } from "#lib/generation/faults/test-queue.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import { getGeneration } from "#lib/generation/list-generations.server.ts";
import { recoverAttempts } from "#lib/generation/recover/recover-attempts.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";
import { because } from "#messages/reason.ts";

describeOnBothDatabases(
  "of an answer with a picture and an address that does not answer",
  (open) => {
    let studio: TestStudio;
    let isUp = false;
    afterEach(() => studio.close());

    /** Presses, and works it by hand: the picture comes before its neighbour's address, or after it. */
    const submit = async ({ isFirst = true } = {}) => {
      studio = await createTestStudio(await open());
      isUp = false;
      const { engine } = studio;
      const bytes = await studio.image();
      const sources = [
        { type: "bytes", bytes } as const,
        { type: "url", url: `${studio.gateway.url}/x` } as const,
      ];
      studio.context.engine = async () => ({
        ...engine,
        async *generate() {
          yield { type: "started", requestId: null } as const;
          const told = { revisedPrompt: null, delivered: {} };
          let costMicros = 40_000;
          for (const source of isFirst ? sources : sources.toReversed()) {
            yield { type: "picture", source, ...told, costMicros } as const;
            costMicros = 0;
          }
        },
        async fetchImage() {
          if (isUp) return bytes;
          const told = { sent: "answered", charged: "likely", mayPass: true } as const;
          throw new EngineError(because("said", { said: "It answers 503." }), {
            ...told,
            code: "picture_unavailable",
          });
        },
      });
      const queue = createTestQueue(studio);
      const { id } = await studio.submit("a fox");
      await queue.run(await queue.claim());
      return { id, queue };
    };
    const view = (id: string) => getGeneration(studio.context.client, { userId, id });
    const recover = async (queue: ReturnType<typeof createTestQueue>) => {
      await queue.expireLeases();
      await recoverAttempts(studio.context, { owner: "recovery" });
    };

    test.each([true, false])(
      "the picture is filed at once (it came first: %s)",
      async (isFirst) => {
        const { id } = await submit({ isFirst });
        const waiting = await view(id);

        expect(waiting).toMatchObject({ state: "running", images: [{ index: isFirst ? 0 : 1 }] });
        expect(waiting.attempts[0]).toMatchObject({
          state: "storing",
          imageUrl: expect.stringContaining("/x"),
          error: { code: "picture_unavailable" },
        });
      },
    );

    test("the other is filed when its address answers, and the cost is counted once", async () => {
      const { id, queue } = await submit();
      await recover(queue);
      const still = await view(id);
      isUp = true;
      await recover(queue);
      const done = await view(id);

      expect(still.images).toHaveLength(1);
      expect(done).toMatchObject({ state: "succeeded", images: [{ index: 0 }, { index: 1 }] });
      expect(done.attempts[0]).toMatchObject({
        charged: "yes",
        actualCostMicros: 40_000,
        imageUrl: null,
        error: null,
      });
      expect(await studio.context.spool.list()).toEqual([]);
    });

    test("it succeeds without the other once that was waited for in vain, and keeps its address", async () => {
      const { id, queue } = await submit();
      await studio.context.client
        .$executeRaw`UPDATE "Attempt" SET "receivedAt" = "receivedAt" - interval '2 hours'`;
      await recover(queue);
      const done = await view(id);

      expect(done).toMatchObject({ state: "succeeded", images: [{ index: 0 }] });
      expect(done.attempts[0]).toMatchObject({
        charged: "yes",
        actualCostMicros: 40_000,
        // What has ended well offers nothing to be fetched.
        imageUrl: null,
      });
      const row = await studio.context.client.attempt.findFirst({ select: { unfetched: true } });
      expect(row?.unfetched).toMatchObject([{ words: { url: expect.stringContaining("/x") } }]);
    });

    test("a row that stands is written no second time, where the spool was not cleared", async () => {
      const { id, queue } = await submit();
      const attemptId = (await view(id)).attempts[0]?.id ?? "";
      const meta = { url: null, revisedPrompt: null, delivered: {}, costMicros: 40_000 };
      await studio.context.spool.write(attemptId, 0, { meta, bytes: await studio.image() });
      isUp = true;
      await recover(queue);

      expect((await view(id)).images).toHaveLength(2);
    });
  },
);
