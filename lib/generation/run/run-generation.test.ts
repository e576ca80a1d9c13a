import { afterEach, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { readEvents } from "#lib/events/read-events.server.ts";
import { createBatch } from "#lib/generation/batch/create-batch.server.ts";
import { retryBatch } from "#lib/generation/batch/retry-batch.server.ts";
import { onlyGeneration, singleRequest } from "#lib/generation/batch/test-single.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";
import { blobKey, thumbnailKey } from "#lib/storage/blob-key.ts";

describeOnBothDatabases("a generation", (open) => {
  let studio: TestStudio;
  const build = async () => {
    studio = await createTestStudio(await open());
    return studio;
  };
  afterEach(() => studio.close());

  test("becomes kept pictures: a charge, a row and its exact files for each, and an empty spool", async () => {
    const { submit, start, ended, gateway, context } = await build();
    const runner = await start();
    const generation = await ended((await submit("a fox", { n: 3 })).id);
    // The spool is cleared after the end was told.
    await runner.close({ graceMs: 10_000 });

    expect(generation.state).toBe("succeeded");
    expect(gateway.ledger().charges).toHaveLength(3);
    const rows = await context.client.image.findMany({ select: { blob: true } });
    expect(rows).toHaveLength(3);
    for (const { hash, type, bytes, width } of rows.map(({ blob }) => blob)) {
      expect(width).toBe(256);
      expect(await context.blobStore.has(blobKey(hash, type), bytes)).toBe(true);
      expect(await context.blobStore.open(thumbnailKey(hash, "320"))).not.toBeNull();
    }
    expect(await context.spool.list()).toEqual([]);
  });

  test("sends the attempt's id as its Idempotency-Key, and records the gateway's request id and price", async () => {
    const { submit, start, ended, gateway } = await build();
    await start();
    const [attempt] = (await ended((await submit("a fox")).id)).attempts;
    const [charge] = gateway.ledger().charges;

    expect(charge?.idempotencyKey).toBe(attempt?.id);
    expect(attempt?.requestId).toBe(charge?.requestId);
    expect(attempt).toMatchObject({ state: "succeeded", charged: "yes" });
  });

  test("announces a picture only once the gallery has it", async () => {
    const { submit, start, until, context } = await build();
    await start();
    const { id } = await submit("a fox");
    const generation = await until("image-stored", id);

    expect(generation.images).toHaveLength(1);
    const events = await readEvents(context.client, { userId, after: 0 });
    expect(events?.map((event) => event.type)).toEqual([
      "generation-queued",
      "attempt-started",
      "attempt-updated",
      "image-stored",
      "attempt-ended",
      "generation-ended",
    ]);
  });

  test("shows its sketches while it is made, and clears them away", async () => {
    const { submit, start, until, ended, gateway, context } = await build();
    const runner = await start();
    const { id, attempts } = await submit("a fox [[hold-body:gate]]", {
      model: "openai/gpt-image-1",
    });
    await until("image-partial", id);
    const shown = await context.partials.read(attempts[0]?.id ?? "");
    const events = await readEvents(context.client, { userId, after: 0 });
    gateway.release("gate");
    await ended(id);
    await runner.close({ graceMs: 10_000 });

    expect(shown).not.toBeNull();
    // Two were asked for; of those that come at once only the last is shown.
    const first = events?.find(({ type }) => type === "image-partial");
    expect(first).toHaveProperty("data.place.of", 2);
    expect(await context.partials.read(attempts[0]?.id ?? "")).toBeNull();
  });

  test("is one, however often its key arrives and however many at once", async () => {
    const { submit, start, ended, gateway } = await build();
    await start();
    const submitted = await Promise.all(
      Array.from({ length: 10 }, () => submit("a fox", { key: "one-intent" })),
    );
    const ids = new Set(submitted.map((generation) => generation.id));
    const [id = ""] = ids;
    await ended(id);
    await submit("a fox", { key: "one-intent" });

    expect(ids.size).toBe(1);
    expect(gateway.ledger().charges).toHaveLength(1);
  });

  test("is not made from another body under a used key", async () => {
    const { submit } = await build();
    await submit("a fox", { key: "one-intent" });
    await expect(submit("a wolf", { key: "one-intent" })).rejects.toMatchObject({
      code: "idempotency_key_reused",
      field: "Idempotency-Key",
    });
  });

  test("keeps every picture of an answer that holds more than was asked", async () => {
    const { submit, start, ended } = await build();
    await start();
    const generation = await ended((await submit("a fox [[extra:2]]")).id);

    expect(generation.state).toBe("succeeded");
    expect(generation.images.map((image) => image.index)).toEqual([0, 1, 2]);
  });

  test("of which one failed is partial, and a double retry of that one buys one picture", async () => {
    const { submit, start, ended, gateway, context } = await build();
    await start();
    const partial = await ended((await submit("a fox [[once:403]]", { n: 2 })).id);
    const failed = partial.attempts.find((attempt) => attempt.state === "failed");
    const attempts = [failed?.id ?? ""];
    const asked = { userId, id: partial.batchId, attempts };
    await Promise.all([1, 2].map(() => retryBatch(context, asked)));
    const whole = await ended(partial.id);

    expect(partial.state).toBe("partial");
    expect(whole.state).toBe("succeeded");
    expect(whole.images).toHaveLength(2);
    expect(whole.attempts.find((attempt) => attempt.retryOfId)).toMatchObject({
      index: failed?.index,
    });
    expect(gateway.ledger().charges).toHaveLength(2);
  });

  test("whose request was refused for a field of it names the field", async () => {
    const { submit, start, ended } = await build();
    await start();
    const { attempts } = await ended((await submit("a fox [[detail:422]]")).id);

    expect(attempts[0]?.error).toMatchObject({ code: "invalid_parameter", field: "size" });
  });

  test("asks for seed, seed + 1, … when a seed is given for several", async () => {
    const { context } = await build();
    const { batch } = await createBatch(
      { ...context, gateways: await context.gateways() },
      {
        userId,
        idempotencyKey: "seeded-1",
        request: singleRequest({ prompt: "a fox", n: 3, seed: 2_147_483_646 }),
      },
    );
    expect(onlyGeneration(batch).attempts.map((attempt) => attempt.seed)).toEqual([
      2_147_483_646, 2_147_483_647, 0,
    ]);
  });

  test("of a model that no list has is asked of the gateway, whose refusal is free", async () => {
    const { context, start, ended, gateway } = await build();
    const request = singleRequest({ prompt: "a fox", model: "nobody/nothing" });
    const { batch } = await createBatch(
      { ...context, gateways: await context.gateways() },
      { userId, idempotencyKey: "no-model", request },
    );
    await start();

    expect((await ended(onlyGeneration(batch).id)).attempts).toMatchObject([
      { state: "failed", charged: "no", error: { code: "model_not_found" } },
    ]);
    expect(gateway.ledger().charges).toEqual([]);
  });

  test("that brings the same picture twice keeps both, in one file", async () => {
    const { submit, start, ended, context } = await build();
    await start();
    const { state, images } = await ended((await submit("a fox [[extra:1]] [[same]]")).id);
    const [row, ...others] = await context.client.blob.findMany();

    expect(state).toBe("succeeded");
    expect(images.map(({ index }) => index)).toEqual([0, 1]);
    expect(others).toEqual([]);
    expect(row && (await context.blobStore.has(blobKey(row.hash, row.type), row.bytes))).toBe(true);
  });

  test("described in words that no database can hold keeps its picture", async () => {
    const { submit, start, ended } = await build();
    await start();
    const { state, images } = await ended((await submit("a fox [[odd-text]]")).id);

    expect(state).toBe("succeeded");
    expect(images[0]?.revisedPrompt).toBe("a fox [[odd-text]], \ufffd");
  });
});
