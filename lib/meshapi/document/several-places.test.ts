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
