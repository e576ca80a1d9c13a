import sharp from "sharp";
import { expect, test } from "vitest";
import { ask, start } from "../test-gateway.ts";

test.each([
  ["png", "320x200"],
  ["jpeg", "200x320"],
  ["webp", "64x64"],
] as const)("a %s of %s has exactly that format and size", async (output_format, size) => {
  const gateway = await start();
  const answer = await ask(gateway, { prompt: "[[b64]] a fox", size, output_format });
  const { data } = await answer.json();
  const image = await sharp(Buffer.from(data[0].b64_json, "base64")).metadata();

  expect({ format: image.format, size: `${image.width}x${image.height}` }).toEqual({
    format: output_format,
    size,
  });
});

test("the same prompt and seed draw the same picture, another seed another", async () => {
  const gateway = await start();
  const imageOf = async (body: object) => {
    const answer = await ask(gateway, { prompt: "[[b64]] a fox", ...body });
    return (await answer.json()).data[0].b64_json;
  };

  const first = await imageOf({ seed: 1 });
  expect(await imageOf({ seed: 1 })).toBe(first);
  expect(await imageOf({ seed: 2 })).not.toBe(first);
  expect(await imageOf({})).not.toBe(await imageOf({}));
});

test("with grain a picture's file is as large as a model's", async () => {
  const gateway = await start();
  const answer = await ask(gateway, { prompt: "[[grain]] [[b64]] a fox", size: "1024x1024" });
  const image = Buffer.from((await answer.json()).data[0].b64_json, "base64");

  expect(await sharp(image).metadata()).toMatchObject({ width: 1024, height: 1024 });
  expect(image.length).toBeGreaterThan(1_000_000);
});

test("a bomb is a small and honest PNG of very many pixels, and a heavy picture weighs what it says", async () => {
  const gateway = await start();
  const fileOf = async (marker: string) => {
    const answer = await ask(gateway, { prompt: `${marker} [[b64]] a fox` });
    return Buffer.from((await answer.json()).data[0].b64_json, "base64");
  };

  const bomb = await fileOf("[[bomb]]");
  expect(bomb.length).toBeLessThan(100_000);
  const { data } = await sharp(bomb, { limitInputPixels: false })
    .resize(8, 8, { fit: "fill", kernel: "nearest" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(new Set(data)).toEqual(new Set([0]));
  expect(await fileOf("[[heavy:2]]")).toHaveLength(2 * 1_048_576);
});

test("an address is served by the gateway itself, and may have expired", async () => {
  const gateway = await start();
  const fetchImage = async (prompt: string) => {
    const answer = await ask(gateway, { prompt, model: "bytedance/seedream-4" });
    return fetch((await answer.json()).data[0].url);
  };

  const image = await fetchImage("a fox");
  expect(image.headers.get("content-type")).toBe("image/png");
  expect((await sharp(await image.arrayBuffer()).metadata()).width).toBe(64);
  expect((await fetchImage("[[expired]] a fox")).status).toBe(403);
});
