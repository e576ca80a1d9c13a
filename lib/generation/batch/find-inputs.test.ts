import { afterEach, beforeEach, expect, test } from "vitest";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { type GenerationRequest, generationRequestSchema } from "#lib/contract/batch-request.ts";
import { createBatch } from "#lib/generation/batch/create-batch.server.ts";
import { retryBatch } from "#lib/generation/batch/retry-batch.server.ts";
import { onlyGeneration } from "#lib/generation/batch/test-single.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";

describeOnBothDatabases("a press with references", (open) => {
  let studio: TestStudio;
  let hash: string;
  let imageId: string;
  beforeEach(async () => {
    studio = await createTestStudio(await open());
    await studio.start();
    const { images } = await studio.ended((await studio.submit("a fox")).id);
    imageId = images[0]?.id ?? "";
    const [blob] = await studio.context.client.blob.findMany();
    hash = blob?.hash ?? "";
  });
  afterEach(() => studio.close());

  async function press(
    inputs: GenerationRequest["inputs"],
    {
      prompt = "a fox at night",
      model = "openai/gpt-image-1",
      key = crypto.randomUUID(),
    }: { prompt?: string; model?: string; key?: string } = {},
  ) {
    const { context } = studio;
    const request = { prompt, model, size: "256x256", inputs };
    const { batch } = await createBatch(
      { client: context.client, gateways: await context.gateways(), hitFailpoint: () => {} },
      {
        userId,
        idempotencyKey: key,
        request: { kind: "single", requests: [generationRequestSchema.parse(request)], spec: {} },
      },
    );
    return onlyGeneration(batch);
  }
  const ofImage = () => ({ role: "reference", imageId }) as const;
  const ofHash = (blobHash: string) => ({ role: "reference", blobHash }) as const;
  const charges = () => studio.gateway.ledger().charges;

  test("sends them to the gateway in their order, and says what went in", async () => {
    const { id, inputs } = await press([ofImage(), ofHash(hash)]);
    expect(inputs).toEqual([
      { role: "reference", blobHash: hash, imageId },
      { role: "reference", blobHash: hash, imageId: null },
    ]);

    expect((await studio.ended(id)).state).toBe("succeeded");
    expect(charges().at(-1)?.references).toEqual([hash, hash]);
  });

  test("is another press under the same key when the references are others", async () => {
    const key = crypto.randomUUID();
    const first = await press([ofImage()], { key });
    expect((await press([ofImage()], { key })).id).toBe(first.id);
    await expect(press([ofImage(), ofImage()], { key })).rejects.toMatchObject({
      code: "idempotency_key_reused",
    });
  });

  test.each([
    ["a model that takes none", "openai/gpt-image-1-mini", 1],
    ["more than the model takes", "bytedance/seedream-4", 11],
  ])("is refused for %s, before anything is charged", async (_name, model, count) => {
    const before = charges().length;
    const inputs = Array.from({ length: count }, ofImage);
    await expect(press(inputs, { model })).rejects.toMatchObject({
      code: "invalid_request",
      field: "requests.0.inputs",
    });
    expect(charges()).toHaveLength(before);
  });

  test.each([
    ["a hash that nobody has", () => ofHash("0".repeat(64))],
    ["an image that nobody has", () => ({ ...ofImage(), imageId: crypto.randomUUID() })],
  ])("is refused for %s", async (_name, input) => {
    await expect(press([ofImage(), input()])).rejects.toMatchObject({
      field: "requests.0.inputs",
      message: expect.stringMatching(/^Picture 2 /),
    });
  });

  test("of somebody else's picture is refused, by its id and by its hash", async () => {
    const { client } = studio.context;
    const other = crypto.randomUUID();
    await client.user.create({ data: { id: other, name: "somebody" } });
    await client.image.updateMany({ data: { userId: other } });

    for (const input of [ofImage(), ofHash(hash)]) {
      await expect(press([input])).rejects.toMatchObject({ field: "requests.0.inputs" });
    }
  });

  test("of more than can be sent is refused", async () => {
    await studio.context.client.blob.updateMany({ data: { bytes: 23 * 1024 * 1024 } });
    await expect(press([ofImage()])).rejects.toMatchObject({
      field: "requests.0.inputs",
      message: expect.stringContaining("22 MB"),
    });
  });

  test("sends them again when it is tried again", async () => {
    const { client } = studio.context;
    const { id, batchId } = await press([ofImage()], { prompt: "[[once:422]] a fox at night" });
    const { attempts } = await studio.ended(id);
    const ids = attempts.map((attempt) => attempt.id);
    await retryBatch({ client, hitFailpoint: () => {} }, { userId, id: batchId, attempts: ids });

    await studio.follow(id, (_, { state }) => state === "succeeded");
    expect(charges().at(-1)?.references).toEqual([hash]);
  });
});
