import { describe, expect, test } from "vitest";
import { findImages } from "#lib/meshapi/document/find-images.ts";
import { imageOf } from "#lib/meshapi/image/image-of.ts";

const requestUrl = "https://gateway.example/v1/images/generations";
const real = "https://cdn.example/real";
const png = Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR a picture", "latin1").toString("base64");

function imagesIn(json: unknown) {
  return findImages(json, { requestUrl }).items.map((item) => {
    const image = imageOf(item);
    return image.type === "url" ? image.url : image.type;
  });
}

const names = [
  "filename",
  "file",
  "name",
  "id",
  "key",
  "object_key",
  "public_id",
  "image",
  "image_name",
  "src",
  "caption",
  "alt",
];

describe("the address of a picture counts, and not the name of its file, where both stand", () => {
  test.each(names.map((name) => [{ [name]: "fox.png", url: real }]))("%j", (item) => {
    expect(imagesIn({ data: [item] })).toEqual([real]);
    expect(imagesIn({ data: [Object.fromEntries(Object.entries(item).reverse())] })).toEqual([
      real,
    ]);
  });

  test.each<[object, string]>([
    [{ images: [{ filename: "ComfyUI_00001_.png", type: "s3_url", data: real }] }, real],
    [{ path: "/tmp/x.png", url: real }, real],
    [{ image: "/tmp/x.png", image_url: real }, real],
    [{ src: "/tmp/x.png", image: real }, real],
    [{ object_key: "out/fox.png", image: real }, real],
    [{ html_url: "https://host.example/view/fox.png", url: real }, real],
    [{ image: "https://host.example/view/fox.png", url: real }, real],
    [{ filename: "fox.png", url: "/files/1" }, "https://gateway.example/files/1"],
    [
      { html_url: "https://host.example/fox.png", url: "/files/1" },
      "https://gateway.example/files/1",
    ],
    [{ images: ["fox.png"], image_urls: [real] }, real],
    [{ filenames: ["fox.png"], urls: [real] }, real],
    [{ images: [{ filename: "fox.png" }], files: [{ url: real }] }, real],
    [{ filename: "fox.png", image: { url: real } }, real],
    [{ url: "http://cdn.example/real", secure_url: real }, real],
    [{ secure_url: real, url: "http://cdn.example/real" }, real],
    [{ image: "http://cdn.example/real", src: real }, real],
    [{ url: "http://cdn.example/other", image: real }, "http://cdn.example/other"],
  ])("%j", (json, url) => {
    expect(imagesIn(json)).toEqual([url]);
  });

  test.each([
    [{ data: [{ filename: "fox.png" }] }],
    [{ images: [{ filename: "fox.png", subfolder: "", type: "output" }] }],
    [{ data: [{ url: "fox.png" }] }],
  ])("alone the name is one: %j", (json) => {
    expect(imagesIn(json)).toEqual(["https://gateway.example/v1/images/fox.png"]);
  });
});

const nothings = [
  "None",
  "null",
  "N/A",
  "true",
  "nil",
  "omitted",
  "data:image/png;base64,",
  "data:,",
];
const long = "placeholder".repeat(40);

describe("what is no picture does not take the place of an address", () => {
  test.each([...nothings, long])("%j", (b64_json) => {
    expect(imagesIn({ data: [{ b64_json, url: real }] })).toEqual([real]);
    expect(imagesIn({ data: [{ image_url: real, url: b64_json }] })).toEqual([real]);
    expect(imagesIn({ images_base64: [b64_json], image_urls: [real] })).toEqual([real]);
  });

  test("decoded on arrival", () => {
    expect(imageOf({ bytes: Buffer.from(long), url: real })).toEqual({ type: "url", url: real });
  });

  test("a picture does, and its address is kept with it", () => {
    const { items } = findImages({ data: [{ b64_json: png, url: real }] }, { requestUrl });

    expect(items).toEqual([{ b64_json: png, url: real }]);
    expect(items.map((item) => imageOf(item).type)).toEqual(["bytes"]);
  });
});

describe("an address whose escapes were escaped once more is the one that was meant", () => {
  test.each([
    ["https:\\/\\/x.example\\/files\\/1.png", "https://x.example/files/1.png"],
    ["\\/files\\/1.png", "https://gateway.example/files/1.png"],
    ["https://x.example/1?a=1\\u0026sig=b\\u003D", "https://x.example/1?a=1&sig=b="],
    ["![a](https://x.example/1?a=1\\u0026sig=b)", "https://x.example/1?a=1&sig=b"],
    ["At https://x.example/1.png?a=1\\u0026sig=b.", "https://x.example/1.png?a=1&sig=b"],
  ])("%s", (written, meant) => {
    expect(imagesIn({ url: written })).toEqual([meant]);
    expect(imagesIn({ choices: [{ message: { content: written } }] })).toEqual([meant]);
  });

  test("and so is a picture in base64", () => {
    const slashed = Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR ????", "latin1").toString("base64");
    expect(slashed).toContain("/");

    expect(imagesIn({ b64_json: slashed.replaceAll("/", "\\/") })).toEqual(["bytes"]);
  });
});
