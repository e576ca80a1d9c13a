import fc from "fast-check";
import { expect, test } from "vitest";
import { readAnswer } from "#lib/meshapi/answer/read-answer.ts";
import type { ImageChunk } from "#lib/meshapi/document/image-chunk.ts";
import { MeshAPIError } from "#lib/meshapi/failure/mesh-api-error.ts";
import type { Answer } from "#lib/meshapi/request/send-request.ts";

async function* bodyOf(pieces: Iterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  yield* pieces;
}

function answerOf(pieces: Iterable<Uint8Array>): Answer {
  return {
    status: 200,
    requestId: "req_1",
    url: "https://gateway.example/v1/images/generations",
    contentType: "text/event-stream",
    location: null,
    costUsd: null,
    isEventStream: true,
    body: bodyOf(pieces),
    parseJson: JSON.parse,
    refusal: (body) => new MeshAPIError(body, { sent: "answered", code: "told" }),
    redact: (text) => text,
    translate: (error) => new MeshAPIError(String(error), { sent: "maybe", code: "unexpected" }),
    endInSilence: () => {},
    close: () => {},
  };
}

async function read(text: string, imagesExpected = 1, pieceBytes = 1_000): Promise<ImageChunk[]> {
  const bytes = Buffer.from(text);
  const count = Math.ceil(bytes.length / pieceBytes);
  const pieces = Array.from({ length: count }, (_, at) =>
    bytes.subarray(at * pieceBytes, (at + 1) * pieceBytes),
  );
  const chunks: ImageChunk[] = [];
  const options = {
    form: "events",
    imagesExpected,
    bytesMax: 10_000,
    imageBytesMax: 10_000,
    eventCharactersMax: 10_000,
    silenceMs: 1_000,
    onImage: () => {},
  } as const;
  for await (const chunk of readAnswer(answerOf(pieces), options)) chunks.push(chunk);

  return chunks;
}

const image =
  'data: {"object":"image.chunk","status":"completed","data":[{"b64_json":"iVBORw0KGgo="}]}\n\n';
const broken = "data: { this is not JSON\n\n";
const done = "data: [DONE]\n\n";

test("events that are unknown, or no JSON, cost no picture, however the stream is cut", async () => {
  const stray = fc.constantFrom(
    broken,
    "data: 7\n\n",
    "data: null\n\n",
    'data: ["a"]\n\n',
    "event: heartbeat\ndata: {}\n\n",
    'data: {"type":"image_generation.unheard_of","data":"none"}\n\n',
    'data: {"object":"image.chunk","status":5,"data":{},"created":"today"}\n\n',
    ": ping\n\n",
  );

  await fc.assert(
    fc.asyncProperty(
      fc.array(stray),
      fc.array(stray),
      fc.integer({ min: 1, max: 60 }),
      async (before, after, pieceBytes) => {
        const chunks = await read(before.join("") + image + after.join("") + done, 1, pieceBytes);
        const images = chunks.flatMap(({ data }) => data);

        expect(images).toMatchObject([{ b64_json: "iVBORw0KGgo=" }]);
      },
    ),
    { numRuns: 300 },
  );
});

test("a stream may end without [DONE] once all pictures are here, and not before", async () => {
  expect(await read(image)).toHaveLength(1);
  await expect(read(image, 2)).rejects.toMatchObject({
    code: "stream_truncated",
    sent: "maybe",
    requestId: "req_1",
  });
});

test.each([
  ["with pings only", ": ping\n\n: ping\n\n"],
  ["with progress only", 'data: {"object":"image.chunk","status":"processing","data":[]}\n\n'],
  ["with [DONE]", done],
  ["without a word", ""],
])("a stream that ends in order %s has no picture, by the gateway's own word", async (_, text) => {
  await expect(read(text)).rejects.toMatchObject({
    sent: "answered",
    code: "no_picture",
    message: "The gateway sent no picture.",
  });
});

test("[DONE] with pictures missing is the gateway's word, unless an event could not be read", async () => {
  expect(await read(image + done, 2)).toHaveLength(1);
  await expect(read(broken + done)).rejects.toMatchObject({
    code: "stream_unreadable",
    sent: "maybe",
  });
});

test("an error is told in each of its ways", async () => {
  const errors = [
    'data: {"object":"image.chunk","error":{"code":"x"}}\n\n',
    'data: {"type":"error","message":"x"}\n\n',
    "event: error\ndata: x\n\n",
  ];

  for (const error of errors) await expect(read(error)).rejects.toMatchObject({ code: "told" });
});

test.each([
  [
    "under the name of progress",
    '{"object":"image.chunk","status":"processing","data":[{"url":"https://a/b"}]}',
  ],
  [
    "in OpenAI's dialect",
    '{"type":"image_generation.completed","b64_json":"iVBORw0KGgo=","usage":{"total_tokens":1}}',
  ],
  ["in BytePlus's dialect", '{"type":"image_generation.partial_succeeded","url":"https://a/b"}'],
])("a picture %s is a picture", async (_, json) => {
  expect(await read(`data: ${json}\n\n`)).toMatchObject([{ status: "completed", data: [{}] }]);
});

test.each([
  ["by its type", '{"type":"image_edit.partial_image","b64_json":"iVBORw0KGgo="}'],
  [
    "by its status",
    '{"object":"image.chunk","status":"partial","data":[{"b64_json":"iVBORw0KGgo="}]}',
  ],
  ["by its index", '{"object":"image.chunk","partial_image_index":0,"b64_json":"iVBORw0KGgo="}'],
])("a sketch, told %s, is no picture", async (_, json) => {
  const [chunk] = await read(`data: ${json}\n\n${image}`);

  expect(chunk).toMatchObject({ status: "partial", data: [], partials: [{}] });
});
