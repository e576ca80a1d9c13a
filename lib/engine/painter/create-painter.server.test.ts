import { createHash } from "node:crypto";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { EngineError, type EngineEvent } from "#lib/engine/image-engine.ts";
import type { ImageRequest } from "#lib/engine/image-request.ts";
import { createPainter } from "#lib/engine/painter/create-painter.server.ts";
import { startPaintWorker } from "#lib/engine/painter/start-paint-worker.server.ts";

const painter = createPainter();
afterAll(() => painter.close());

const idempotencyKey = "one";

async function collect(request: ImageRequest, engine = painter): Promise<EngineEvent[]> {
  const signal = new AbortController().signal;
  return listOf(engine.generate(request, { signal, idempotencyKey }));
}

async function listOf(events: AsyncIterable<EngineEvent>): Promise<EngineEvent[]> {
  const list: EngineEvent[] = [];
  for await (const event of events) list.push(event);
  return list;
}

async function paintPicture(request: ImageRequest, engine = painter) {
  const picture = (await collect(request, engine)).at(-1);
  if (picture?.type !== "picture" || picture.source.type !== "bytes")
    throw new Error("No picture came.");
  const bytes = picture.source.bytes;
  const pixels = await sharp(bytes).raw().toBuffer();
  return {
    bytes,
    delivered: picture.delivered,
    metadata: await sharp(bytes).metadata(),
    hash: createHash("sha256").update(pixels).digest("hex"),
  };
}

describe("the painter", () => {
  it("starts, shows partials that are small, and ends with one picture that costs nothing", async () => {
    const events = await collect({
      prompt: "a fox in the snow",
      size: "512x512",
      partial_images: 3,
    });

    expect(events.map((event) => event.type)).toEqual([
      "started",
      "partial",
      "partial",
      "partial",
      "picture",
    ]);
    expect(events.at(-1)).toMatchObject({ revisedPrompt: null, costMicros: 0 });
    for (const event of events) {
      if (event.type !== "partial") continue;
      const { width = 0, height = 0 } = await sharp(event.bytes).metadata();
      expect(Math.max(width, height)).toBeLessThanOrEqual(640);
    }
  });

  it("paints the same pixels for the same prompt and seed, in another thread too", async () => {
    const request: ImageRequest = {
      prompt: "oil painting of a cat by the sea",
      seed: 7,
      size: "320x320",
    };
    const other = createPainter();
    const [first, again, elsewhere] = [
      await paintPicture(request),
      await paintPicture(request),
      await paintPicture(request, other),
    ];
    await other.close();

    expect(again.hash).toBe(first.hash);
    expect(elsewhere.hash).toBe(first.hash);
  });

  it("paints another picture for another seed", async () => {
    const request: ImageRequest = { prompt: "a cat by the sea", size: "256x256" };

    const first = await paintPicture({ ...request, seed: 1 });
    const second = await paintPicture({ ...request, seed: 2 });

    expect(second.hash).not.toBe(first.hash);
  });

  it.each([
    ["640x360", "jpeg"],
    ["300x900", "webp"],
    ["64x64", "png"],
    ["4096x64", "png"],
    ["2048x2048", "jpeg"],
  ] as const)("honours the size %s and the format %s", async (size, format) => {
    const { metadata, delivered } = await paintPicture({
      prompt: "mountains",
      size,
      output_format: format,
    });

    expect(`${metadata.width}x${metadata.height}`).toBe(size);
    expect(metadata.format).toBe(format);
    expect(delivered).toMatchObject({ size, output_format: format });
  });

  it("is 1024x1024 when no size is asked for", async () => {
    const { metadata } = await paintPicture({ prompt: "mountains", size: "auto" });

    expect([metadata.width, metadata.height]).toEqual([1024, 1024]);
  });

  it("keeps less of the picture when asked to compress it more", async () => {
    const request: ImageRequest = { prompt: "a forest", size: "512x512", output_format: "jpeg" };

    const coarse = await paintPicture({ ...request, output_compression: 20 });
    const fine = await paintPicture({ ...request, output_compression: 95 });

    expect(coarse.bytes.length).toBeLessThan(fine.bytes.length);
  });

  it("leaves the ground transparent when asked to", async () => {
    const { bytes, delivered } = await paintPicture({
      prompt: "a red apple",
      size: "256x256",
      background: "transparent",
      output_format: "webp",
    });
    const { channels } = await sharp(bytes).stats();

    expect(channels[3]?.min).toBe(0);
    expect(channels[3]?.max).toBe(255);
    expect(delivered.background).toBe("transparent");
  });

  it("says so when the format cannot be transparent", async () => {
    const { metadata, delivered } = await paintPicture({
      prompt: "a red apple",
      size: "128x128",
      background: "transparent",
      output_format: "jpeg",
    });

    expect(metadata.hasAlpha).toBe(false);
    expect(delivered.background).toBe("opaque");
    expect(delivered.notes?.join(" ")).toContain("JPEG has no transparency");
  });

  it("stays opaque, and says so, when there is no thing to cut out", async () => {
    const { delivered } = await paintPicture({
      prompt: "quarterly growth",
      size: "128x128",
      background: "transparent",
    });

    expect(delivered.background).toBe("opaque");
    expect(delivered.notes?.join(" ")).toContain("the picture is opaque");
  });

  it("says that it is no AI model, what it understood, and what it did not", async () => {
    const { delivered } = await paintPicture({
      prompt: "a wistful fox in a forest",
      size: "128x128",
    });

    expect(delivered.notes?.join(" ")).toContain("no AI model");
    expect(delivered.notes).toContain("Understood: fox, forest.");
    expect(delivered.notes).toContain("Not understood: wistful.");
  });

  it.each([
    "quarterly growth synergy",
    "ثعلب في الغابة",
    "<svg onload=alert('x')> & \"']]>",
    "x".repeat(32_000),
  ])("makes an abstract of a prompt that it does not understand", async (prompt) => {
    const { metadata, delivered, bytes } = await paintPicture({ prompt, size: "128x128" });
    const { channels } = await sharp(bytes).stats();

    expect(metadata.width).toBe(128);
    expect(delivered.notes?.join(" ")).toContain("Understood nothing");
    expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(10);
  });

  it("makes another abstract of another unknown prompt", async () => {
    const request = { size: "128x128", seed: 1 } as const;
    const first = await paintPicture({ ...request, prompt: "quarterly growth" });
    const second = await paintPicture({ ...request, prompt: "epistemic doubt" });

    expect(second.hash).not.toBe(first.hash);
  });

  it.each(["watercolor", "oil painting", "pixel art", "ink drawing", "pastel", "photo"])(
    "paints the same %s twice",
    async (style) => {
      const request: ImageRequest = {
        prompt: `${style} of a fox in the snow`,
        size: "200x200",
        seed: 3,
      };

      expect((await paintPicture(request)).hash).toBe((await paintPicture(request)).hash);
    },
  );

  it("stops when it is aborted, and paints the next picture", async () => {
    const abort = new AbortController();
    const events = painter.generate(
      { prompt: "a castle" },
      { signal: abort.signal, idempotencyKey },
    );
    const seen: string[] = [];

    const stopped = (async () => {
      for await (const event of events) {
        seen.push(event.type);
        abort.abort();
      }
    })();

    await expect(stopped).rejects.toBeInstanceOf(EngineError);
    expect(seen).toEqual(["started"]);
    expect((await paintPicture({ prompt: "a castle", size: "128x128" })).metadata.width).toBe(128);
  });

  it("fails the picture whose thread dies, and paints the next in a new one", async () => {
    const workers: ReturnType<typeof startPaintWorker>[] = [];
    const engine = createPainter({
      startWorker: () => {
        const worker = startPaintWorker();
        workers.push(worker);
        return worker;
      },
    });
    const signal = new AbortController().signal;
    const events = engine.generate({ prompt: "a castle" }, { signal, idempotencyKey });

    await events[Symbol.asyncIterator]().next();
    const crashed = listOf(events);
    await workers[0]?.terminate();

    await expect(crashed).rejects.toMatchObject({ name: "EngineError", charged: "no" });
    expect(
      (await paintPicture({ prompt: "a castle", size: "128x128" }, engine)).metadata.width,
    ).toBe(128);
    expect(workers).toHaveLength(2);
    await engine.close();
  });

  it("offers one free model and has nothing to fetch", async () => {
    const signal = new AbortController().signal;

    expect(await painter.listModels({ signal })).toMatchObject([{ id: "painter", isFree: true }]);
    await expect(painter.fetchPicture("http://127.0.0.1/", { signal })).rejects.toBeInstanceOf(
      EngineError,
    );
  });
});
