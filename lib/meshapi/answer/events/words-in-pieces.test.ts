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

/** Those that call their answer by a name. */
const answers: [string, (words: string) => object][] = [
  ["Dify", (answer) => ({ event: "message", answer })],
  ["Ollama", (response) => ({ model: "flux", response, done: false })],
];

const pictures: [string, string][] = [
  ["as a URI", uri],
  ["as base64", base64],
  ["in Markdown", `Here: ![A fox](${uri})`],
  ["and a sentence", `${uri}\n\nHere is your fox — enjoy!`],
];

const sizes = [3, 25, 500, 100_000];

describe.each([...dialects, ...answers])(
  "%s: what is said in pieces is read as a whole",
  (_, toEvent) => {
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
  },
);

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

const json = { headers: { "content-type": "application/json" } };

test.each(["message", "answer", "response", "output_text", "generated_text"])(
  "an address in the words of %s is one where there is nothing better",
  async (name) => {
    const words = "Here is your fox: https://cdn.example/fox.png. Enjoy!";
    const alone = await play([JSON.stringify({ [name]: words })], json);
    const inList = await play([JSON.stringify([{ [name]: words }])], json);
    const beside = await play([JSON.stringify({ [name]: words, url: address })], json);

    expect(alone.images).toMatchObject([{ image: "https://cdn.example/fox.png" }]);
    expect(inList.images).toMatchObject([{ image: "https://cdn.example/fox.png" }]);
    expect(beside.images).toMatchObject([{ image: address }]);
  },
);

test.each([
  { message: "See https://cdn.example/help.png", code: "invalid_size" },
  { error: { message: "See https://cdn.example/help.png" } },
  { message: "Your prompt violates our content policy: https://cdn.example/policy.png" },
  { message: "It is at https://cdn.example/" },
])("%j holds no picture", async (body) => {
  const { images, error } = await play([JSON.stringify(body)], json);

  expect(images).toEqual([]);
  expect(error).not.toBeNull();
});

test("two addresses in two events are two", async () => {
  const events = [1, 2].map((at) => `data: {"response":"https://cdn.example/${at}.png"}\n\n`);

  expect((await play(events, { n: 2 })).images).toHaveLength(2);
});
