import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { findJsonValues } from "#lib/meshapi/answer/json/find-json-values.ts";
import { decodeBody } from "#lib/meshapi/body/decode-body.ts";
import { findImages } from "#lib/meshapi/document/find-images.ts";
import { readImageDocument } from "#lib/meshapi/document/image-chunk.ts";
import { imageOf } from "#lib/meshapi/image/image-of.ts";

const requestUrl = "https://gateway.example/v1/images/generations";
const png = Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR a picture", "latin1");
const base64 = png.toString("base64");

/** What is made of the words of a chat. */
function inWords(content: string) {
  const json = { choices: [{ message: { role: "assistant", content } }] };
  return findImages(json, { requestUrl }).items.map(({ url }) => url);
}

test.each([
  ['<img src="https://x.example/p" />', ["https://x.example/p"]],
  ["<p>A fox</p><img width=3 src='https://x.example/p?k=1'>", ["https://x.example/p?k=1"]],
  [`<img src="data:image/png;base64,${base64}">`, [`data:image/png;base64,${base64}`]],
  ["![a](<https://x.example/a b.png>)", ["https://x.example/a b.png"]],
  ['![a](https://x.example/1 "A fox")', ["https://x.example/1"]],
  ["![a](/files/1.png)", ["https://gateway.example/files/1.png"]],
  [
    "![a](https://x.example/1)\n![b](https://x.example/2)",
    ["https://x.example/1", "https://x.example/2"],
  ],
  ["![a](https://x.example/1)\n[download](https://x.example/1.png)", ["https://x.example/1"]],
  ["[Download](https://x.example/p.png)", ["https://x.example/p.png"]],
  ["![a](https://x.example/a_(1).png)", ["https://x.example/a_(1).png"]],
  ["At https://x.example/a_(1).png.", ["https://x.example/a_(1).png"]],
  ["(https://x.example/p.png)", ["https://x.example/p.png"]],
  ["图片：https://x.example/p.png。", ["https://x.example/p.png"]],
  ["https://x.example/p?id=7", ["https://x.example/p?id=7"]],
  ["See [our terms](https://x.example/terms)", []],
  ["<html><body><img src='/logo.png'></body></html>", []],
])("in the words %j stand the pictures %j", (content, urls) => {
  expect(inWords(content)).toEqual(urls);
});

test.each([
  ["https:/x.example/p", "https://x.example/p"],
  ["https:\\/\\/x.example\\/p", "https://x.example/p"],
  ["\u00a0\u200bhttps://x.example/p\ufeff", "https://x.example/p"],
  ["https://x.example/p?a=1&amp;b=2", "https://x.example/p?a=1&b=2"],
  ["![](https://x.example/p)", "https://x.example/p"],
  ["[image](https://x.example/p.png)", "https://x.example/p.png"],
  ["?file=1.png", "https://gateway.example/v1/images/generations?file=1.png"],
  ["files/abc123", "https://gateway.example/v1/images/files/abc123"],
  ["/images/a b.png", "https://gateway.example/images/a%20b.png"],
  ["images/12:30.png", "https://gateway.example/v1/images/images/12:30.png"],
  ["minio:9000/bucket/1", "https://minio:9000/bucket/1"],
  [encodeURIComponent("https://x.example/p?a=1&b=2"), "https://x.example/p?a=1&b=2"],
])("the address %j is %j", (written, url) => {
  expect(findImages({ data: [{ url: written }] }, { requestUrl }).items).toEqual([
    expect.objectContaining({ url }),
  ]);
});

test("JPEG XL in base64 is no address on the server, and a path is one", () => {
  const b64_json = Buffer.from(`ff0afa${"7f1c".repeat(30)}`, "hex").toString("base64");

  expect(findImages({ data: [{ b64_json }] }, { requestUrl }).items).toEqual([{ b64_json }]);
  expect(findImages({ data: [{ url: "/wp/1.png" }] }, { requestUrl }).items).toEqual([
    { url: "https://gateway.example/wp/1.png", b64_json: null },
  ]);
});

test.each([
  "https%3A%2F%2Fx.example%2",
  "N/A",
  "none",
  "see above",
  "image/png is wrong",
  "blob:https://x/1",
])("%j is no address", (url) => {
  expect(findImages({ data: [{ url }] }, { requestUrl }).items).toEqual([]);
});

test.each([
  ["without its data:", `image/png;base64,${base64}`],
  ["with its end only", `base64,${base64}`],
  ["as Python writes bytes", `b'${base64}'`],
  ["encoded twice", Buffer.from(base64).toString("base64")],
  ["as a URI, percent-encoded", encodeURIComponent(`data:image/png;base64,${base64}`)],
  ["as a URI, encoded", Buffer.from(`data:image/png;base64,${base64}`).toString("base64")],
  ["byte by byte", [...png]],
  ["as a Buffer", { type: "Buffer", data: [...png] }],
])("a picture is read: %s", (_, b64_json) => {
  const [item] = findImages({ data: [{ b64_json }] }, { requestUrl }).items;
  const image = imageOf(item ?? {});

  expect(image.type === "bytes" && Buffer.from(image.bytes)).toEqual(png);
});

test.each([
  ["a body", (json: string) => json],
  ["the body of an envelope", (body: string) => ({ statusCode: 200, body, isBase64Encoded: true })],
])("JSON in base64, as %s, is that JSON", (_, wrap) => {
  const json = wrap(
    Buffer.from(JSON.stringify({ data: [{ b64_json: base64 }] })).toString("base64"),
  );

  expect(findImages(json, { requestUrl }).items).toEqual([{ b64_json: base64 }]);
});

test.each([
  ['{"a":"x\ny","b":"\tz"}', { a: "x\ny", b: "\tz" }],
  ['{"a":"it\\\'s"}', { a: "it's" }],
  ['{"a":NaN,"b":-Infinity,}', { a: null, b: null }],
  ['{/* a */"a":"// no comment"}', { a: "// no comment" }],
  ["{'a': 'say \"b\"', 'c': True, 'd': None}", { a: 'say "b"', c: true, d: null }],
])("%j is meant as JSON", (text, json) => {
  const parse = (part: string) => {
    try {
      return { json: JSON.parse(part) };
    } catch {
      return null;
    }
  };

  expect([...findJsonValues(text, { parse })].map((value) => value.json)).toEqual([json]);
});

test("pictures of a text that are begun and never ended are left soon", () => {
  expect(inWords("![a](".repeat(400_000))).toEqual([]);
});

test("brackets without an end are left soon", () => {
  const parse = () => null;

  expect([...findJsonValues("{".repeat(4_000_000), { parse })]).toEqual([]);
});

test.each([
  [{ is_partial: true }, null, "partial"],
  [{ is_final: false }, null, "partial"],
  [{ type: "partial" }, null, "partial"],
  [{}, "preview", "partial"],
  [{ is_partial: false, partial_image_index: 1 }, null, "completed"],
  [{ is_final: true, partial_image_index: 1 }, null, "completed"],
  [{ type: "final" }, null, "completed"],
])("%j of the event %j is %s", (facts, eventName, status) => {
  const options = { requestId: null, requestUrl, eventName };

  expect(readImageDocument({ ...facts, b64_json: base64 }, options).chunk).toMatchObject({
    status,
  });
});

test.each([
  ["br", Buffer.from("id: 1\ndata: {}\n\n"), "id: 1\ndata: {}\n\n"],
  ["br", Buffer.from("retry: 9\n\n"), "retry: 9\n\n"],
  ["br", Buffer.from(":ping\n\n"), ":ping\n\n"],
  ["br", Buffer.from("Sorry, no fox today."), "Sorry, no fox today."],
  ["gzip", Buffer.from("对不起，今天没有狐狸，请明天再试。"), "对不起，今天没有狐狸，请明天再试。"],
  ["gzip", deflateSync("a fox"), "a fox"],
  ["gzip", brotliCompressSync("a fox"), "a fox"],
  ["br", gzipSync("a fox"), "a fox"],
  [null, deflateSync("a fox"), "a fox"],
])("what is called %j is read as what it is", async (encoding, body, text) => {
  async function* pieces() {
    yield body;
  }
  const read: Uint8Array[] = [];
  for await (const piece of decodeBody(pieces(), encoding)) read.push(piece);

  expect(Buffer.concat(read).toString()).toBe(text);
});
