import { afterEach, expect, test, vi } from "vitest";
import { play } from "#lib/meshapi/answer/test-played.ts";

afterEach(() => {
  vi.useRealTimers();
});

const png = Buffer.from(
  `\x89PNG\r\n\x1a\n\0\0\0\rIHDR${"a picture\xfb\xef\xbe, crc. ".repeat(20)}`,
  "latin1",
);
const uri = `data:image/png;base64,${png.toString("base64")}`;
const page = (body: string) =>
  `<!doctype html><html><title>A fox</title><body>${body}</body></html>`;
const said = (words: string) => JSON.stringify({ choices: [{ message: { content: words } }] });

test.each([
  ["shown on a page", page(`<p>Here:</p><img alt="A fox" src="${uri}">`), "text/html"],
  ["in a page's style", page(`<div style="background: url(${uri})"></div>`), "text/html"],
  [
    "on a page within JSON",
    JSON.stringify({ html: page(`<img src='${uri}'>`) }),
    "application/json",
  ],
  ["on a page in the words of a chat", said(page(`<img src="${uri}">`)), "application/json"],
  ["in Markdown within JSON", said(`Here: ![A fox](${uri} "A fox").`), "application/json"],
  [
    "the same, its + made spaces",
    said(`![A fox](${uri.replaceAll("+", " ")})`),
    "application/json",
  ],
  ["behind a link", said(`[Download](${uri})`), "application/json"],
  ["in a sentence", said(`Here it is: ${uri}. Enjoy!`), "application/json"],
  ["in a field of any name", JSON.stringify({ message: `Here: ${uri}` }), "application/json"],
  ["in Markdown", `Here: ![A fox](${uri}).`, "text/markdown"],
  ["in a text", `Here: ${uri}`, "text/plain"],
  ["in XML", `<?xml version="1.0"?><answer><image>${uri}</image></answer>`, "application/xml"],
])("a picture that stands %s is kept", async (_, body, type) => {
  const { images, error } = await play([body], { headers: { "content-type": type } });

  expect(images).toMatchObject([{ image: png.length }]);
  expect(error).toBeNull();
});

test.each([
  ["a pixel that counts readers", page(`<img src="${uri.slice(0, 150)}">`)],
  ["a drawing", page(`<img src="${uri.replace("png", "svg+xml")}">`)],
  ["what was sent", JSON.stringify({ prompt: `![](${uri})` })],
])("%s is no result", async (_, body) => {
  expect((await play([body], { headers: { "content-type": "text/html" } })).images).toEqual([]);
});
