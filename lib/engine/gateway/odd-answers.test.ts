import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { startTestEngine } from "#lib/engine/gateway/test-engine.ts";
import { serve } from "#lib/engine/gateway/test-server.ts";

const { createEngine, gateway, run } = await startTestEngine();

test.each([
  "[[gzip]]",
  "[[gzip:br]]",
  "[[gzip:deflate]]",
  "[[gzip]] [[json]]",
  "[[no-blank-line]]",
  "[[no-blank-line]] [[openai]] [[crlf]]",
  "[[images-key]]",
  "[[images-key]] [[json]]",
  "[[data-object]]",
  "[[nested]] [[json]]",
  "[[image-body]]",
  "[[never-ends]] [[json]]",
  "[[never-ends:short]] [[json]]",
])("a picture that came is kept, however it came: %s", async (markers) => {
  const { types, error, charges } = await run(`a fox ${markers}`);

  expect(types).toEqual(["started", "picture"]);
  expect(error).toBeNull();
  expect(charges).toHaveLength(1);
});

test.each(["[[relative-url]]", "[[relative-url:scheme]]", "[[relative-url:space]]"])(
  "an address is resolved against the gateway's, and can be fetched: %s",
  async (marker) => {
    const { events } = await run(`a fox ${marker}`);
    const image = events.find((event) => event.type === "picture");
    const url = image?.source.type === "url" ? image.source.url : "";

    expect(url).toMatch(new RegExp(`^${gateway.url}/files/`));
    const { signal } = new AbortController();
    expect((await createEngine().fetchImage(url, { signal })).length).toBeGreaterThan(100);
  },
);

test.each([
  ["[[raw:Sorry,_no_fox. type=text/plain]]", "Sorry, no fox.", "text/plain"],
  ['[[raw:{"hello":"fox"}]]', '{"hello":"fox"}', "application/json"],
])("what is not understood is kept as it came: %s", async (marker, text, contentType) => {
  const { error } = await run(`a fox ${marker}`);

  expect(error).toMatchObject({
    sent: "answered",
    charged: "likely",
    detail: text,
    answer: { contentType, bytes: Buffer.from(text), isWhole: true },
  });
});

test("no more of it is kept than is allowed", async () => {
  const engine = createEngine({ answerKeptBytesMax: 10 });
  const { error } = await run("a fox [[html-200]]", { engine });

  expect(error).toMatchObject({
    message: "What came is neither a picture nor JSON that can be read.",
    answer: { isWhole: false },
  });
  expect(Object(error).answer.bytes.length).toBe(10);
});

test("base64 that cannot be read is kept as it came", async () => {
  const { error } = await run("a fox [[bad-base64]] [[b64]]");

  expect(error).toMatchObject({ code: "bad_answer" });
  expect(Buffer.from(Object(error).answer.bytes).toString()).toContain('"b64_json":"');
});

test.each([
  ["a field of its own", (text: string) => ({ data: [{ b64_json: text }] })],
  ["one that may hold anything", (text: string) => ({ output: text })],
  ["a data: URI", (text: string) => ({ data: [{ url: `data:image/png;base64,${text}` }] })],
])("a long word in %s is not decoded, but kept as it came", async (_, bodyOf) => {
  const body = JSON.stringify(bodyOf("NoPictureForYouToday".repeat(32)));
  const { port } = await serve((_request, response) => {
    response.writeHead(200, { "content-type": "application/json" }).end(body);
  });
  const engine = createEngine({ baseUrl: `http://127.0.0.1:${port}` });
  const { error, types } = await run("a fox", { engine });

  expect(types).toEqual(["started"]);
  expect(error).toMatchObject({ charged: "likely", code: "bad_answer" });
  expect(Buffer.from(Object(error).answer.bytes).toString()).toBe(body);
});

test("of 40 pictures 32 are kept, and the others are told of", async () => {
  const { events, error } = await run("a fox [[extra:39]] [[same]]");
  const images = events.filter((event) => event.type === "picture");

  expect(error).toBeNull();
  expect(images).toHaveLength(32);
  expect(images[0]?.delivered.notes).toEqual([
    { code: "left_out", parameters: { kept: 32, count: 8 } },
  ]);
});

test("of a stream of 40 pictures 32 are kept, and the last of them tells of the others", async () => {
  const { events, error } = await run("a fox [[openai]] [[extra:39]] [[same]]");
  const images = events.filter((event) => event.type === "picture");

  expect(error).toBeNull();
  expect(images).toHaveLength(32);
  expect(images.at(-1)?.delivered.notes).toEqual([
    { code: "left_out", parameters: { kept: 32, count: 0 } },
  ]);
});

test.each([
  ["base64", `{"data":[{"b64_json":"iVBORw0KGgo${"A".repeat(8_000_000)}"}]}`],
  ["white space", `{"data":[${" ".repeat(20_000_000)}]}`],
  ["a picture's file", `GIF89a${"\0".repeat(8_000_000)}`],
])("a bomb of %s is read as far as an answer may be", async (_, text) => {
  const bomb = gzipSync(text);
  const { port } = await serve((_request, response) => {
    response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" });
    response.end(bomb);
  });
  const baseUrl = `http://127.0.0.1:${port}`;
  const engine = createEngine({ baseUrl, answerBytesMax: 1_000_000 });

  expect((await run("a fox", { engine })).error).toMatchObject({
    code: "bad_answer",
    charged: "likely",
    message: expect.stringContaining("too large"),
    answer: { isWhole: false },
  });
});
