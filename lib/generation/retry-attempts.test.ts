import { afterEach, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import { retryAttempts } from "#lib/generation/retry-attempts.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";

describeOnBothDatabases("trying again", (open) => {
  let studio: TestStudio;
  /** Two generations of one picture each, of which this is said. */
  const build = async (state: string) => {
    studio = await createTestStudio(await open());
    const [one, other] = [await studio.submit("a fox"), await studio.submit("a wolf")];
    await studio.context.client.attempt.updateMany({
      data: { state, seed: 7, estimatedCostMicros: 40_000 },
    });
    return { one, other };
  };
  const retry = (id: string, attempts: string[]) =>
    retryAttempts(studio.context, { userId, id, attempts });
  const count = () => studio.context.client.attempt.count();
  afterEach(() => studio.close());

  test.each(["queued", "claimed", "sending", "receiving", "storing", "succeeded"])(
    "what is %s buys nothing: it may still give its picture, or has given it",
    async (state) => {
      const { one } = await build(state);
      const retrying = retry(one.id, [one.attempts[0]?.id ?? ""]);

      await expect(retrying).rejects.toMatchObject({ code: "conflict" });
      expect(await count()).toBe(2);
    },
  );

  test("an attempt of another generation buys nothing, in neither of them", async () => {
    const { one, other } = await build("failed");
    const ids = [one.attempts[0]?.id ?? "", other.attempts[0]?.id ?? ""];

    await expect(retry(one.id, ids)).rejects.toMatchObject({
      code: "invalid_request",
      field: "attempts",
    });
    expect(await count()).toBe(2);
  });

  test.each(["failed", "unknown", "canceled"])(
    "what is %s is one new attempt for the same tile, with its seed and price, named twice as well",
    async (state) => {
      const { one } = await build(state);
      const id = one.attempts[0]?.id ?? "";
      const { attempts } = await retry(one.id, [id, id]);

      expect(attempts).toHaveLength(2);
      expect(attempts.find(({ retryOfId }) => retryOfId === id)).toMatchObject({
        state: "queued",
        index: 0,
        seed: 7,
        estimatedCostMicros: 40_000,
        charged: null,
        unsentCount: 0,
      });
    },
  );
});
