import { afterEach, describe, expect, test, vi } from "vitest";
import { play } from "#lib/meshapi/answer/test-played.ts";

afterEach(() => {
  vi.useRealTimers();
});

const png = Buffer.from(
  `\x89PNG\r\n\x1a\n\0\0\0\rIHDR${"a picture\xfb\xef\xbe, crc. ".repeat(60)}`,
  "latin1",
);
const base64 = png.toString("base64");
const uri = `data:image/png;base64,${base64}`;
const address = "https://cdn.example/fox.png?signature=a1b2c3";

/** The events of chats in which a few letters more are said. */
const dialects: [string, (words: string) => object][] = [
  ["OpenAI", (content) => ({ choices: [{ index: 0, delta: { content } }] })],
  [
    "OpenAI, by parts",
    (text) => ({ choices: [{ index: 0, delta: { content: [{ type: "text", text }] } }] }),
  ],
  ["completions", (text) => ({ object: "text_completion", choices: [{ index: 0, text }] })],
  ["Gemini", (text) => ({ candidates: [{ content: { role: "model", parts: [{ text }] } }] })],
  [
    "Anthropic",
    (text) => ({ type: "content_block_delta", index: 0, delta: { type: "text_delta", text } }),
  ],
  ["responses", (delta) => ({ type: "response.output_text.delta", output_index: 0, delta })],
];

const pictures: [string, string][] = [
  ["as a URI", uri],
  ["as base64", base64],
  ["in Markdown", `Here: ![A fox](${uri})`],
  ["and a sentence", `${uri}\n\nHere is your fox — enjoy!`],
];

const sizes = [3, 25, 500, 100_000];

describe.each(dialects)("%s: what is said in pieces is read as a whole", (_, toEvent) => {
  const stream = (words: string, size: number) =>
    (words.match(new RegExp(`[\\s\\S]{1,${size}}`, "g")) ?? []).map(
      (piece) => `data: ${JSON.stringify(toEvent(piece))}\n\n`,
    );
  const cases = pictures.flatMap(([title, words]) =>
    sizes.map((size) => [title, size, words] as const),
  );

  test.each(cases)("a picture %s, %i letters at a time", async (_title, size, words) => {
    const { images, error } = await play([...stream(words, size), "data: [DONE]\n\n"]);

    expect(images).toMatchObject([{ image: png.length }]);
    expect(error).toBeNull();
  });

  test.each([3, 24, 30])("an address, %i letters at a time", async (size) => {
    const { images } = await play([...stream(`![A fox](${address})`, size), "data: [DONE]\n\n"]);

    expect(images).toMatchObject([{ image: address }]);
  });

  test("of a picture that breaks off nothing is given as one", async () => {
    const { images, error } = await play([...stream(uri, 25).slice(0, 20), "reset"]);

    expect(images).toEqual([]);
    expect(error).toMatchObject({ code: "connection_lost", sent: "maybe" });
  });
});

test("Gemini's chunks may come as one list of JSON", async () => {
  const chunks = (uri.match(/[\s\S]{1,100}/g) ?? []).map((text) => ({
    candidates: [{ content: { parts: [{ text }] } }],
  }));
  const { images } = await play([JSON.stringify(chunks)], {
    headers: { "content-type": "application/json" },
  });

  expect(images).toMatchObject([{ image: png.length }]);
});

test("two choices are two texts", async () => {
  const events = (uri.match(/[\s\S]{1,100}/g) ?? []).flatMap((content) =>
    [0, 1].map(
      (index) => `data: ${JSON.stringify({ choices: [{ index, delta: { content } }] })}\n\n`,
    ),
  );
  const { images } = await play([...events, "data: [DONE]\n\n"], { n: 2 });

  expect(images).toMatchObject([{ image: png.length }, { image: png.length }]);
});
