import { afterEach, describe, expect, test, vi } from "vitest";
import { play } from "#lib/meshapi/answer/test-played.ts";

afterEach(() => {
  vi.useRealTimers();
});

const png = Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR a picture", "latin1");
const b64_json = png.toString("base64");
const uri = `data:image/png;base64,${b64_json}`;
const address = "https://cdn.example/out.png";
const headers = { "content-type": "application/json" };
const error = { message: "1 of 2 was refused" };

describe.each([400, 402, 409, 429, 500, 502, 503])("what came with %d was paid for:", (status) => {
  test.each([
    [{ error, data: [{ b64_json }] }, png.length],
    [{ data: [{ b64_json }], error }, png.length],
    [{ error, images: [uri] }, png.length],
    [{ error, b64_json }, png.length],
    [{ error, data: [{ b64_json }], images: [uri] }, png.length],
    [{ error, output: { image: b64_json } }, png.length],
    [{ error, data: [{ url: "https://cdn.example/1?sig=1" }] }, "https://cdn.example/1?sig=1"],
    [{ error, url: address }, address],
    [{ error, image_url: address }, address],
    [{ error, result: { url: address } }, address],
  ])("%j", async (json, image) => {
    const told = await play([JSON.stringify(json)], { status, headers, n: 2 });

    expect(told).toMatchObject({ images: [{ image }], error: null });
  });

  test("a picture's file", async () => {
    const told = await play([png, "reset"], { status, headers: { "content-type": "image/png" } });

    expect(told).toMatchObject({ images: [], error: { status } });
    expect(await play([png], { status, headers })).toMatchObject({
      images: [{ image: png.length }],
      error: null,
    });
  });
});

describe.each([400, 429, 500])("with %d no picture is what was sent, or helps:", (status) => {
  test.each([
    { error, image: uri },
    { error, images: [uri] },
    { error, data: { image: b64_json } },
    { error, request: { images: [b64_json] }, input: { image: uri } },
    { error: { ...error, image: b64_json } },
    { error, url: "https://docs.example/errors" },
    { error, data: { url: "https://gateway.example/billing" } },
    { detail: [{ msg: "wrong", url: "https://errors.example/v/missing", input: uri }] },
    { error, data: [] },
  ])("%j", async (json) => {
    const told = await play([JSON.stringify(json), "open"], { status, headers, image: uri });

    expect(told).toMatchObject({ images: [], error: { status, answer: null } });
    expect(JSON.stringify(told.error)).not.toMatch(/picture [\da-f]{8}-/);
  });
});
