import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { EngineInput } from "#lib/engine/image-engine.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";
import { blobKey } from "#lib/storage/blob-key.ts";

describeOnBothDatabases("a generation with inputs", (open) => {
  let studio: TestStudio;
  const asked: (readonly EngineInput[])[] = [];
  beforeEach(async () => {
    studio = await createTestStudio(await open());
    asked.length = 0;
    const { engine, context } = studio;
    context.engine = async () => ({
      ...engine,
      generate(request, options) {
        asked.push(options.inputs ?? []);
        return engine.generate(request, options);
      },
    });
  });
  afterEach(() => studio.close());

  /** A picture of the library, and a press into which it goes twice. */
  async function pressWith() {
    const { context, submit, ended, start } = studio;
    const runner = await start();
    await ended((await submit("a fox")).id);
    await runner.close({ graceMs: 10_000 });
    const [blob] = await context.client.blob.findMany();
    const { id } = await submit("the fox at night");
    await context.client.input.createMany({
      data: ["source", "reference"].map((role, position) => ({
        generationId: id,
        position,
        role,
        blobHash: blob?.hash ?? "",
      })),
    });
    return { id, blob };
  }

  test("is asked for with their bytes, by position, and one without with none", async () => {
    const { id, blob } = await pressWith();
    await studio.start();
    expect((await studio.ended(id)).state).toBe("succeeded");

    expect(asked.map((inputs) => inputs.length)).toEqual([0, 2]);
    const [source, reference] = asked[1] ?? [];
    expect(source).toMatchObject({ role: "source", type: "image/png" });
    expect(source?.bytes).toHaveLength(blob?.bytes ?? 0);
    expect(reference?.role).toBe("reference");
  });

  test("is not sent without them, and costs nothing", async () => {
    const { id, blob } = await pressWith();
    await rm(join(studio.directory, "files", blobKey(blob?.hash ?? "", blob?.type ?? "")));
    await studio.start();
    const { attempt } = await studio.told("attempt-queued", id);

    expect(attempt).toMatchObject({ state: "queued", sentAt: null, unsentCount: 1 });
    expect(attempt.error?.reason.code).toBe("input_not_read");
    expect(asked).toHaveLength(1);
    expect(studio.gateway.ledger().charges).toHaveLength(1);
  });
});
