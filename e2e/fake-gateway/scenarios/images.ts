import { makeBomb } from "./make-bomb.ts";
import type { Scenario } from "./scenario.ts";

/** The pictures, and the way in which they come. */
export const images: Record<string, Scenario> = {
  url: {
    example: "[[url]]",
    what: "An http address on this server; `[[url:ADDRESS]]` for any other.",
    plan: ({ value }) => ({ delivery: "url", address: value || null }),
  },
  b64: {
    example: "[[b64]]",
    what: "`b64_json`.",
    plan: () => ({ delivery: "b64_json" }),
  },
  "data-uri": {
    example: "[[data-uri]]",
    what: "A `data:` URI in `url`.",
    plan: () => ({ delivery: "data-uri" }),
  },
  expired: {
    example: "[[expired]]",
    what: "An address that answers 403; `[[expired:500]]` for another status.",
    plan: ({ value }) => ({ delivery: "url", fileStatus: Number(value || 403) }),
  },
  "hold-file": {
    example: "[[hold-file:NAME]]",
    what: "An address whose file waits for the release.",
    plan: ({ value }) => ({ delivery: "url", holdFile: value }),
  },
  empty: {
    example: "[[empty]]",
    what: "`data` is empty.",
    plan: () => ({ images: () => 0 }),
  },
  extra: {
    example: "[[extra:2]]",
    what: "So many pictures more than asked.",
    plan: ({ value }) => ({ images: (asked) => asked + Number(value || 1) }),
  },
  fewer: {
    example: "[[fewer:1]]",
    what: "So many pictures fewer than asked.",
    plan: ({ value }) => ({ images: (asked) => Math.max(0, asked - Number(value || 1)) }),
  },
  same: {
    example: "[[same]]",
    what: "Every picture of the answer is the same.",
    plan: () => ({ isSameImage: true }),
  },
  grain: {
    example: "[[grain]]",
    what: "Pictures with grain: a PNG of 1024x1024 has over a megabyte, as a model's has.",
    plan: () => ({ hasGrain: true }),
  },
  size: {
    example: "[[size:512x768]]",
    what: "This size, whatever was asked.",
    plan: ({ value }) => ({ size: value }),
  },
  corrupt: {
    example: "[[corrupt]]",
    what: "The picture's middle is overwritten.",
    plan: () => ({
      spoil: (image) =>
        Buffer.concat([image.subarray(0, 64), Buffer.alloc(image.length - 64, 0x5a)]),
    }),
  },
  half: {
    example: "[[half]]",
    what: "Half of the picture's file, and a good header.",
    plan: () => ({ spoil: (image) => image.subarray(0, image.length >> 1) }),
  },
  heavy: {
    example: "[[heavy:51]]",
    what: "The picture's file has so many megabytes, most of them behind its end.",
    plan: ({ value }) => ({
      spoil: (image) => Buffer.concat([image], Number(value || 51) * 1_048_576),
    }),
  },
  bomb: {
    example: "[[bomb]]",
    what: "A good PNG of some 50 kilobytes that has 400 megapixels.",
    plan: () => ({ spoil: () => makeBomb({ width: 20_000, height: 20_000 }) }),
  },
  svg: {
    example: "[[svg]]",
    what: "An SVG with a script in it.",
    plan: () => ({
      spoil: () =>
        Buffer.from(
          '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><script>alert(1)</script></svg>',
        ),
    }),
  },
  html: {
    example: "[[html]]",
    what: "A page of HTML instead of a picture.",
    plan: () => ({ spoil: () => Buffer.from("<!doctype html><script>alert(1)</script>") }),
  },
  pdf: {
    example: "[[pdf]]",
    what: "A PDF instead of a picture.",
    plan: () => ({
      spoil: () =>
        Buffer.from("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"),
    }),
  },
  polyglot: {
    example: "[[polyglot]]",
    what: "A good PNG with a page of HTML, and a script, behind its end.",
    plan: () => ({
      spoil: (image) =>
        Buffer.concat([image, Buffer.from("<html><script>window.hacked = true</script></html>")]),
    }),
  },
  "odd-text": {
    example: "[[odd-text]]",
    what: "A revised prompt with a NUL and half a surrogate pair in it.",
    plan: () => ({ revisedPrompt: (prompt) => `${prompt}\0, \ud83d` }),
  },
  whitespace: {
    example: "[[whitespace]]",
    what: "Base64 in lines of 76 characters.",
    plan: () => ({
      delivery: "b64_json",
      spellBase64: (base64) => base64.replaceAll(/.{76}/g, "$&\r\n"),
    }),
  },
  "bad-base64": {
    example: "[[bad-base64]]",
    what: "Base64 with characters that are none.",
    plan: () => ({
      delivery: "b64_json",
      spellBase64: (base64) => `${base64.slice(0, 40)}!*?${base64.slice(43)}`,
    }),
  },
  huge: {
    example: "[[huge:300]]",
    what: "So many megabytes of base64 in one event or answer.",
    plan: ({ value }) => ({
      delivery: "b64_json",
      spellBase64: () => "A".repeat(Number(value || 300) * 1_048_576),
    }),
  },
  body: {
    example: "[[body:1000]]",
    what: "So many megabytes of picture, sent as fast as they are taken, and never held here.",
    plan: ({ value }) => ({ delivery: "b64_json", bodyMegabytes: Number(value || 1_000) }),
  },
};
