import { describe, expect, test } from "vitest";
import { findImages } from "#lib/meshapi/document/find-images.ts";
import { imageOf } from "#lib/meshapi/image/image-of.ts";

const requestUrl = "https://gateway.example/v1/images/generations";
const [a, b, c, d] = ["a", "b", "c", "d"].map((name) => `https://cdn.example/${name}.png`);
const [x, y] = ["x", "y"].map((name) =>
  Buffer.from(`\x89PNG\r\n\x1a\n\0\0\0\rIHDR ${name}`, "latin1").toString("base64"),
);

/** Addresses, and pictures in base64. */
function imagesIn(json: unknown) {
  return findImages(json, { requestUrl }).items.map((item) => {
    const image = imageOf(item);
    return image.type === "bytes" ? Buffer.from(image.bytes).toString("base64") : item.url;
  });
}

describe("of several fields", () => {
  test.each([
    [{ image_url_1: a, image_url_2: b, image_url_3: c }, [a, b, c]],
    [{ image_url: a, image_url_2: b }, [a, b]],
    [{ image1: a, image2: b }, [a, b]],
    [{ data: { 0: a, 1: b } }, [a, b]],
    [{ data: [{ url1: "https://cdn.example/1?s=1", url2: "https://cdn.example/2?s=1" }] }, 2],
    [{ output: { image_1: a, image_2: b } }, [a, b]],
    [{ output: { image_1_url: a, image_2_url: b } }, [a, b]],
    [{ output: { front: a, back: b } }, [a, b]],
    [{ images: { first: a, second: b, third: a } }, [a, b]],
    [{ b64_json_1: x, b64_json_2: y, url_1: a, url_2: b }, [x, y]],
  ])("whose names tell them apart each picture counts: %j", (json, images) => {
    if (typeof images === "number") expect(imagesIn(json)).toHaveLength(images);
    else expect(imagesIn(json)).toEqual(images);
  });

  test.each([
    [{ url: a, download_url: b }, [a]],
    [{ data: [{ image: a, src: b }] }, [a]],
    [{ png_url: a, webp_url: b }, [a]],
    [{ images: { small: a, large: b } }, [a]],
    [{ url_512: a, url_1024: b, url_2x: c }, [a]],
    [{ url: a, front: b }, [a]],
  ])("that tell of one picture in several forms one counts: %j", (json, images) => {
    expect(imagesIn(json)).toEqual(images);
  });
});

describe("of several places", () => {
  test.each([
    [{ data: [{ url: a }], images: [{ url: a }, { url: b }] }, [a, b]],
    [{ images: [{ url: a }, { url: b }], data: [{ url: a }] }, [a, b]],
    [{ data: [{ url: a }, { url: b }], images: [b, c] }, [a, b, c]],
    [{ images: [a, b], output: [c] }, [a, b, c]],
    [{ images: [a], output: [b, c], artifacts: [{ url: d }] }, [a, b, c, d]],
    [{ result: { url: a }, results: [{ url: b }, { url: c }] }, [a, b, c]],
    [{ data: [{ b64_json: x }], images: [{ b64_json: y }] }, [x, y]],
    [{ data: [{ b64_json: x }], images: [{ b64_json: x }, { b64_json: y }] }, [x, y]],
    [{ data: { images: [a] }, output: { images: [b, c] } }, [a, b, c]],
    [{ data: [{ b64_json: x }], output: [a, b] }, [x, a, b]],
  ])("each picture counts: %j", (json, images) => {
    expect(imagesIn(json)).toEqual(images);
  });

  test.each([
    [{ data: [{ url: a }, { url: b }], images: [a] }, [a, b]],
    [{ data: [{ url: a }], output: ["https://origin.example/1?sig=1"] }, [a]],
    [{ data: [{ b64_json: x }], images: [`data:image/png;base64,${x}`] }, [x]],
    [{ images: [`data:image/png;base64,${x}`], output: [x, y] }, [x, y]],
    [{ data: [{ b64_json: x }], images: [a], output: [a] }, [x]],
    [{ data: [{ url: a }, { url: b }], image: { url: c } }, [a, b]],
  ])("each counts once, and what was sent does not: %j", (json, images) => {
    expect(imagesIn(json)).toEqual(images);
  });
});
