import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { EngineError } from "#lib/engine/engine-error.server.ts";
import type { ImageRequest } from "#lib/engine/image-request.ts";
import { createPainter } from "#lib/engine/painter/create-painter.server.ts";
import { collect, idempotencyKey, listOf, paintImage } from "#lib/engine/painter/test-painting.ts";
import { startPaintWorker } from "#lib/painter/start-paint-worker.server.ts";

const painter = createPainter();
afterAll(() => painter.close());

describe("the painter", () => {
  it("starts, shows partials that are small, and ends with one picture that costs nothing", async () => {
    const events = await collect(painter, {
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
      expect(event.of).toBe(3);
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
      await paintImage(painter, request),
      await paintImage(painter, request),
      await paintImage(other, request),
    ];
    await other.close();

    expect(again.hash).toBe(first.hash);
    expect(elsewhere.hash).toBe(first.hash);
  });

  it("paints another picture for another seed", async () => {
    const request: ImageRequest = { prompt: "a cat by the sea", size: "256x256" };

    const first = await paintImage(painter, { ...request, seed: 1 });
    const second = await paintImage(painter, { ...request, seed: 2 });

    expect(second.hash).not.toBe(first.hash);
  });

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
    expect(
      (await paintImage(painter, { prompt: "a castle", size: "128x128" })).metadata.width,
    ).toBe(128);
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
    expect((await paintImage(engine, { prompt: "a castle", size: "128x128" })).metadata.width).toBe(
      128,
    );
    expect(workers).toHaveLength(2);
    await engine.close();
  });

  it("offers one free model and has nothing to fetch", async () => {
    const signal = new AbortController().signal;

    expect(await painter.listModels({ signal })).toMatchObject([{ id: "painter", isFree: true }]);
    await expect(painter.fetchImage("http://127.0.0.1/", { signal })).rejects.toBeInstanceOf(
      EngineError,
    );
  });
});
