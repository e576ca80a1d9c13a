import { afterEach, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { EngineError } from "#lib/engine/engine-error.server.ts";
import type { RawAnswer } from "#lib/engine/image-engine.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import { getAnswer } from "#lib/generation/get-answer.server.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";
import { because } from "#messages/reason.ts";

const answer: RawAnswer = {
  contentType: "text/html\0; charset=utf-8",
  bytes: Buffer.from("<html>\0 no picture \u{1f98a}</html>"),
  isWhole: true,
};

describeOnBothDatabases("what came in the place of a picture", (open) => {
  let studio: TestStudio;
  /** A studio whose gateway fails with this answer. */
  const build = async (failure: { sent: "answered" | "maybe"; answer: RawAnswer | null }) => {
    studio = await createTestStudio(await open());
    const charged = failure.sent === "answered" ? ("likely" as const) : null;
    const engine = {
      ...studio.engine,
      // biome-ignore lint/correctness/useYield: it fails before there is anything to yield.
      generate: async function* () {
        throw new EngineError(because("said", { said: "Nobody can make sense of it." }), {
          ...failure,
          charged,
          code: "bad_answer",
        });
      },
    };
    studio.context.engine = async () => engine;
    await studio.start();
    return studio;
  };
  const attemptOf = async (prompt = "a fox") => {
    const { attempts } = await studio.ended((await studio.submit(prompt)).id);
    return attempts[0] ?? { id: "", answerBytes: null, state: "" };
  };
  const read = (attemptId: string, owner = userId) =>
    getAnswer(studio.context, { userId: owner, attemptId });
  afterEach(() => studio.close());

  test.each([
    ["answered", "failed"],
    ["maybe", "unknown"],
  ] as const)("is kept as it came where the outcome is told by %s (%s)", async (sent, state) => {
    await build({ sent, answer });
    const attempt = await attemptOf();
    const kept = await read(attempt.id);

    expect(attempt).toMatchObject({ state, answerBytes: answer.bytes.length });
    expect(Buffer.from(kept.bytes).equals(answer.bytes)).toBe(true);
    expect(kept).toMatchObject({ contentType: "text/html; charset=utf-8", isWhole: true });
  });

  test("is kept as far as it came where its end is missing", async () => {
    await build({ sent: "maybe", answer: { ...answer, isWhole: false } });

    expect(await read((await attemptOf()).id)).toMatchObject({ isWhole: false });
  });

  test("is kept in its beginning where it is larger than is kept", async () => {
    const { context } = await build({ sent: "answered", answer });
    context.keptAnswerBytesMax = 10;
    const attempt = await attemptOf();

    expect(attempt.answerBytes).toBe(10);
    expect(await read(attempt.id)).toMatchObject({ isWhole: false });
  });

  test("is nothing where nothing came", async () => {
    await build({ sent: "answered", answer: null });
    const attempt = await attemptOf();

    expect(attempt.answerBytes).toBeNull();
    await expect(read(attempt.id)).rejects.toMatchObject({ code: "not_found" });
  });

  test("is nobody's but the owner's", async () => {
    await build({ sent: "answered", answer });
    const attempt = await attemptOf();

    await expect(read(attempt.id, crypto.randomUUID())).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("goes with its attempt", async () => {
    const { context } = await build({ sent: "answered", answer });
    await attemptOf();
    await context.client.attempt.deleteMany();

    expect(await context.client.answer.count()).toBe(0);
  });
});

describeOnBothDatabases("bytes that are no picture", (open) => {
  let studio: TestStudio;
  const build = async () => {
    studio = await createTestStudio(await open());
    await studio.start();
    return studio;
  };
  afterEach(() => studio.close());

  test.each(["[[html]]", "[[svg]]", "[[pdf]]", "[[half]]", "[[url]] [[html]]"])(
    "(%s) are kept, and can be had",
    async (marker) => {
      const { submit, ended, context } = await build();
      const { attempts } = await ended((await submit(`a fox ${marker}`)).id);
      const [attempt] = attempts;
      const kept = await getAnswer(context, { userId, attemptId: attempt?.id ?? "" });

      expect(attempt).toMatchObject({
        state: "failed",
        charged: "likely",
        error: { code: "bad_picture", reason: { code: expect.stringMatching(/_kept$/) } },
        answerBytes: kept.bytes.length,
      });
      expect(kept.bytes.length).toBeGreaterThan(0);
    },
  );
});
