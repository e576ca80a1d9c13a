import { afterEach, describe, expect, test, vi } from "vitest";
import { play } from "#lib/meshapi/answer/test-played.ts";

afterEach(() => {
  vi.useRealTimers();
});

const png = Buffer.from(
  `\x89PNG\r\n\x1a\n\0\0\0\rIHDR${"a picture\xfb\xef\xbe, crc. ".repeat(90)}`,
  "latin1",
);
const base64 = png.toString("base64");
const done = "data: [DONE]\n\n";

/** The events by which streams tell a picture a piece at a time: the piece, its place, and how many there are. */
const dialects: [string, (piece: string, at: number, count: number) => object][] = [
  ["a delta by its type", (delta) => ({ type: "image_generation.delta", delta })],
  [
    "its type, and the standard's field",
    (b64_json) => ({ type: "image.delta", index: 0, b64_json }),
  ],
  [
    "chunks with numbers",
    (data, chunk_index, total_chunks) => ({ type: "image", chunk_index, total_chunks, data }),
  ],
  [
    "chunks whose last one says so",
    (b64_json, seq, count) => ({ type: "image.chunk", seq, is_final: seq === count - 1, b64_json }),
  ],
  ["MeshAPI's chunk", (b64_json) => ({ object: "image.chunk", data: [{ b64_json }] })],
  [
    "a chat's delta",
    (piece, at) => ({
      object: "chat.completion.chunk",
      choices: [
        {
          index: 0,
          delta: {
            images: [{ image_url: { url: at === 0 ? `data:image/png;base64,${piece}` : piece } }],
          },
        },
      ],
    }),
  ],
  [
    "Bedrock's",
    (bytes) => ({
      contentBlockDelta: { contentBlockIndex: 0, delta: { image: { source: { bytes } } } },
    }),
  ],
];

function cut(text: string, size: number): string[] {
  return text.match(new RegExp(`.{1,${size}}`, "g")) ?? [];
}

function toEvents(
  pieces: readonly string[],
  toEvent: (piece: string, at: number, count: number) => object,
): string[] {
  return pieces.map(
    (piece, at) => `data: ${JSON.stringify(toEvent(piece, at, pieces.length))}\n\n`,
  );
}

describe.each(dialects)("a picture that is told in pieces is put together: %s", (_, toEvent) => {
  test.each([37, 500, 1_001, 2_000])("%i letters at a time", async (size) => {
    const { images, error } = await play([...toEvents(cut(base64, size), toEvent), done]);

    expect(images).toMatchObject([{ image: png.length }]);
    expect(error).toBeNull();
  });

  test("each piece encoded by itself", async () => {
    const pieces = [0, 400, 1_000].map((from, at, all) =>
      png.subarray(from, all[at + 1]).toString("base64"),
    );
    const { images } = await play(toEvents(pieces, toEvent));

    expect(images).toMatchObject([{ image: png.length }]);
  });

  test("two, one after the other", async () => {
    const events = toEvents(cut(base64, 500), toEvent);
    const { images } = await play([...events, ...events, done], { n: 2 });

    expect(images).toMatchObject([{ image: png.length }, { image: png.length }]);
  });

  test("of one that breaks off nothing is given", async () => {
    const { images, error } = await play([
      ...toEvents(cut(base64, 500), toEvent).slice(0, 3),
      "reset",
    ]);

    expect(images).toEqual([]);
    expect(error).toMatchObject({ code: "connection_lost", sent: "maybe" });
    expect(error?.answer?.bytes.length).toBeGreaterThan(1_500);
  });
});

test("two pictures whose pieces take turns are two", async () => {
  const events = cut(base64, 500).flatMap((b64_json) =>
    [0, 1].map((index) => `data: ${JSON.stringify({ type: "image.delta", index, b64_json })}\n\n`),
  );
  const { images } = await play([...events, done], { n: 2 });

  expect(images).toMatchObject([{ image: png.length }, { image: png.length }]);
});

test("pieces that are numbered as pictures are, are of one", async () => {
  const events = toEvents(cut(base64, 500), (b64_json, index) => ({
    type: "image.delta",
    index,
    b64_json,
  }));

  expect((await play([...events, done])).images).toMatchObject([{ image: png.length }]);
});

test("a picture that was told in pieces, and then as a whole, is one", async () => {
  const events = toEvents(cut(base64, 500), (b64_json) => ({ type: "image.delta", b64_json }));
  const whole = `data: ${JSON.stringify({ type: "image.completed", b64_json: base64 })}\n\n`;
  const { images } = await play([...events, whole, done]);

  expect(images).toMatchObject([{ image: png.length }]);
});

test("a picture in one piece is given though the stream breaks off behind it", async () => {
  const [event = ""] = toEvents([base64], (b64_json) => ({ type: "image.delta", b64_json }));

  expect((await play([event, "reset"])).images).toMatchObject([{ image: png.length }]);
});

const whole = Buffer.from(
  "\x89PNG\r\n\x1a\n\0\0\0\x05IDATfoxescrc.\0\0\0\0IEND\xaeB`\x82",
  "latin1",
);

test("one whose last piece is here is given though the stream breaks off behind it", async () => {
  const events = toEvents(cut(whole.toString("base64"), 20), (b64_json) => ({
    type: "image.delta",
    b64_json,
  }));

  expect((await play([...events, "reset"])).images).toMatchObject([{ image: whole.length }]);
});

test("a picture that is there to its end does not wait for more of it", async () => {
  const data = [{ b64_json: whole.toString("base64") }];
  const event = `data: ${JSON.stringify({ object: "image.chunk", data })}\n\n`;

  expect((await play([event, 50_000, done])).images).toEqual([{ image: whole.length, afterMs: 0 }]);
});
