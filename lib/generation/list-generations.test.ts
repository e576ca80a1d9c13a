import { afterEach, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import { listGenerations } from "#lib/generation/list-generations.server.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";

describeOnBothDatabases("a page of the feed", (open) => {
  let studio: TestStudio;
  afterEach(() => studio.close());

  test("is followed from before what was pressed while it was read: that is in it, or comes", async () => {
    studio = await createTestStudio(await open());
    const { client } = studio.context;
    await studio.submit("a fox");
    const busy = afterThePage(client, () => studio.submit("a wolf"));
    const { generations, sequence } = await listGenerations(busy, { userId });
    const { eventSequence } = await client.user.findFirstOrThrow({
      select: { eventSequence: true },
    });

    expect(generations.map(({ prompt }) => prompt)).toEqual(["a fox"]);
    expect([sequence, eventSequence]).toEqual([1, 2]);
  });

  test("has pictures in the order of their attempts and of the answer, whichever stood first", async () => {
    studio = await createTestStudio(await open());
    const { client } = studio.context;
    const runner = await studio.start();
    const { id } = await studio.submit("a fox [[extra:1]]", { n: 2 });
    await studio.ended(id);
    await runner.close({ graceMs: 10_000 });
    // Their ids say when they stood.
    await client.$executeRaw`
      UPDATE "Image" AS image
      SET id = ('00000000-0000-7000-8000-00000000000' || 9 - 2 * attempt.index - image.index)::uuid
      FROM "Attempt" AS attempt WHERE attempt.id = image."attemptId"`;
    const { generations } = await listGenerations(client, { userId });

    const [view] = generations;
    const attempts = view?.attempts.map((attempt) => attempt.id) ?? [];
    const places = view?.images.map((image) => [attempts.indexOf(image.attemptId), image.index]);
    expect(places).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]);
  });
});

/** The same client, but that something happens once the generations were read. */
function afterThePage(client: PrismaClient, act: () => Promise<unknown>): PrismaClient {
  const generation: PrismaClient["generation"] = new Proxy(client.generation, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (name !== "findMany" || typeof value !== "function") return value;

      return async (options: unknown) => {
        const page: unknown = await Reflect.apply(value, target, [options]);
        await act();
        return page;
      };
    },
  });
  return new Proxy(client, {
    get: (target, name) => (name === "generation" ? generation : Reflect.get(target, name)),
  });
}
