import { afterEach, describe, expect, test, vi } from "vitest";
import { play } from "#lib/meshapi/answer/test-played.ts";

afterEach(() => {
  vi.useRealTimers();
});

const png = Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR a picture", "latin1");
const item = { b64_json: png.toString("base64") };
const headers = { "content-type": "application/json" };
const line = (json: object) => `${JSON.stringify(json)}\n`;

describe("an answer of one document that is called partial is no sketch", () => {
  test.each([
    [{ status: "partial", data: [item], errors: [{ message: "1 of 2 failed" }] }],
    [{ is_final: false, data: [item] }],
    [{ type: "partial", data: [item] }],
    [{ partial_image_index: 0, data: [item] }],
    [{ result: { status: "partial", images: [item] } }],
  ])("%j", async (json) => {
    const { images, error } = await play([JSON.stringify(json)], { headers, n: 2 });

    expect(images).toMatchObject([{ image: png.length }]);
    expect(error).toBeNull();
  });

  test("with addresses", async () => {
    const urls = ["https://cdn.example/1", "https://cdn.example/2"];
    const json = { status: "partial", data: urls.map((url) => ({ url })) };

    expect((await play([JSON.stringify(json)], { headers, n: 4 })).images).toMatchObject(
      urls.map((image) => ({ image })),
    );
  });
});

describe("a sketch is no picture", () => {
  const sketch = { type: "partial", ...item };
  const done = { data: [{ url: "https://cdn.example/1" }] };

  test("where one follows it", async () => {
    const { images } = await play([line(sketch), line(sketch), line(done)], { headers });

    expect(images).toMatchObject([{ image: "https://cdn.example/1" }]);
  });

  test.each([
    ["the answer breaks off", "reset" as const],
    ["a failure is told", line({ error: { code: "provider_timeout" } })],
  ])("where %s behind it", async (_, part) => {
    expect((await play([line(sketch), part], { headers })).images).toEqual([]);
  });

  test("where events end in order behind it", async () => {
    const body = [`data: ${line(sketch)}\n`, "data: [DONE]\n\n"];

    expect(await play(body)).toMatchObject({ images: [], error: { code: "no_picture" } });
  });
});
