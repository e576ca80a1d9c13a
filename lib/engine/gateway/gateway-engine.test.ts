import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { startTestEngine } from "#lib/engine/gateway/test-engine.ts";
import { serve } from "#lib/engine/gateway/test-server.ts";
import type { EngineEvent } from "#lib/engine/image-engine.ts";

const { createEngine, run } = await startTestEngine();

const imageOf = (events: EngineEvent[]) => events.find((event) => event.type === "picture");

describe("a picture comes", () => {
  test.each([
    ["as a data: URI", "a fox [[data-uri]]", {}],
    ["as base64", "a fox [[b64]]", {}],
    ["as base64 in lines", "a fox [[whitespace]]", {}],
    ["in MeshAPI's dialect", "a fox [[meshapi]]", { partial_images: 0 }],
    ["in OpenAI's dialect", "a fox [[openai]]", {}],
    ["byte by byte", "a fox [[pieces:7]]", {}],
    ["between lines of CR LF", "a fox [[crlf]] [[noise]]", {}],
    ["as JSON, though a stream was asked for", "a fox [[json]]", {}],
    ["as a stream that is called text", "a fox [[wrong-type]]", {}],
    ["as JSON that is called text", "a fox [[json]] [[wrong-type]]", {}],
    ["from a model that sends base64 only", "a fox", { model: "vertex/imagen-3" }],
  ])("%s", async (_, prompt, request) => {
    const { events, types, error, charges } = await run(prompt, { request });
    const image = imageOf(events);

    expect(error).toBeNull();
    expect(types.filter((type) => type !== "partial")).toEqual(["started", "picture"]);
    expect(events[0]).toMatchObject({ requestId: expect.stringMatching(/^key-/) });
    expect(image?.source.type).toBe("bytes");
    const bytes = image?.source.type === "bytes" ? image.source.bytes : new Uint8Array();
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 64, height: 64 });
    expect(charges).toHaveLength(1);
  });

  test("as an address on the gateway, private though it is, and is fetched from there", async () => {
    const engine = createEngine();
    const { events } = await run("a fox [[url]]", { engine });
    const source = imageOf(events)?.source;

    expect(source?.type).toBe("url");
    const url = source?.type === "url" ? source.url : "";
    const bytes = await engine.fetchImage(url, { signal: new AbortController().signal });
    expect((await sharp(bytes).metadata()).width).toBe(64);
  });

  test("with JSON when streaming is turned off, and then without partial pictures", async () => {
    const { types, error } = await run("a fox", {
      engine: createEngine({ stream: false }),
      request: { model: "openai/gpt-image-1", partial_images: 3 },
    });

    expect(error).toBeNull();
    expect(types).toEqual(["started", "picture"]);
  });

  test("after partial pictures, from a model that sends them", async () => {
    const request = { model: "openai/gpt-image-1" };

    const { types, events } = await run("a fox", { request });
    expect(types).toEqual(["started", "partial", "partial", "picture"]);
    expect(events[1], "with how many were asked for").toMatchObject({ of: 2 });
    expect((await run("a fox", { request: { ...request, partial_images: 0 } })).types).toEqual([
      "started",
      "picture",
    ]);
  });

  test("with what the gateway says it delivered", async () => {
    const { events } = await run("a fox", {
      request: { model: "openai/gpt-image-1", quality: "low", output_format: "webp" },
    });

    expect(imageOf(events)).toMatchObject({
      delivered: {
        size: "64x64",
        quality: "low",
        output_format: "webp",
        usage: { completion_tokens: 1_056 },
      },
      costMicros: null,
    });
  });

  test("and so do those that were not asked for", async () => {
    const { types } = await run("a fox [[extra:2]]");

    expect(types.filter((type) => type === "picture")).toHaveLength(3);
  });

  test("one at a time, whatever n is", async () => {
    const { types, charges } = await run("a fox", { request: { n: 4 } });

    expect(types.filter((type) => type === "picture")).toHaveLength(1);
    expect(charges[0]?.images).toBe(1);
  });
});

test.each([
  ["leaving the loop", false],
  ["aborting", true],
])("%s closes the connection", async (_, byAborting) => {
  const closed = Promise.withResolvers<void>();
  const { port } = await serve((_request, response) => {
    response.once("close", closed.resolve);
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write(": the picture never comes\n\n");
  });

  const stop = new AbortController();
  const engine = createEngine({ baseUrl: `http://127.0.0.1:${port}` });
  const options = { signal: stop.signal, idempotencyKey: "left" };
  const events = engine.generate({ prompt: "a fox" }, options)[Symbol.asyncIterator]();
  expect((await events.next()).value).toMatchObject({ type: "started" });

  if (byAborting) {
    const next = events.next();
    stop.abort();
    await expect(next).rejects.toMatchObject({ sent: "maybe", code: "stopped" });
  } else {
    await events.return?.();
  }
  await closed.promise;
});

test("a header and a query of one's own go with each request, and another header is another key", async () => {
  const { port, requests } = await serve((_request, response) => response.writeHead(404).end());
  const baseUrl = `http://127.0.0.1:${port}/openai/deployments/x`;
  const engine = createEngine({ baseUrl, query: "api-version=2", headers: { "api-key": "k" } });
  await run("a fox", { engine });

  expect(requests[0]?.url).toBe("/openai/deployments/x/images/generations?api-version=2");
  expect(requests[0]?.headers).toMatchObject({ "api-key": "k" });
  expect(engine.keyId).not.toBe(createEngine({ baseUrl }).keyId);
});

test("pictures without end are kept as far as they are held at once, and then the answer is left", async () => {
  const asked = { request: { seed: 1 } };
  const { events } = await run("[[openai]] a fox", asked);
  const bytes = events.flatMap((event) =>
    event.type === "picture" && event.source.type === "bytes" ? [event.source.bytes.length] : [],
  );

  const engine = createEngine({ answerBytesMax: 2 * (bytes[0] ?? 0) });
  const { types, error } = await run("[[openai]] [[same]] [[extra:9]] a fox", { engine, ...asked });
  expect(types.filter((type) => type === "picture")).toHaveLength(3);
  expect(error).toMatchObject({ sent: "answered", charged: "likely", code: "bad_answer" });
});
