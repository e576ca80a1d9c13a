import { once } from "node:events";
import { createServer, type Server } from "node:http";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { type FakeGateway, startFakeGateway } from "#e2e/fake-gateway/start-fake-gateway.ts";
import {
  createGatewayEngine,
  type GatewayEngineOptions,
} from "#lib/engine/gateway/gateway-engine.server.ts";
import type { EngineEvent, ImageEngine } from "#lib/engine/image-engine.ts";
import type { ImageRequest } from "#lib/engine/image-request.ts";

let gateway: FakeGateway;

beforeAll(async () => {
  gateway = await startFakeGateway();
});
afterAll(() => gateway.close());

let keys = 0;

function createEngine(options: Partial<GatewayEngineOptions> = {}): ImageEngine {
  return createGatewayEngine({
    apiKey: gateway.apiKey,
    baseUrl: gateway.url,
    stream: true,
    deadlineMs: 20_000,
    resultsOverHttp: false,
    ...options,
  });
}

interface Run {
  engine?: ImageEngine;
  request?: Partial<ImageRequest>;
  signal?: AbortSignal;
}

/** Everything that an engine tells of one request, with the key it was sent with. */
async function run(prompt: string, { engine, request, signal }: Run = {}) {
  keys += 1;
  const idempotencyKey = `key-${keys}`;
  const events: EngineEvent[] = [];
  const options = { signal: signal ?? new AbortController().signal, idempotencyKey };
  let error: unknown = null;

  try {
    const asked = { prompt, size: "64x64", ...request };
    for await (const event of (engine ?? createEngine()).generate(asked, options)) {
      events.push(event);
    }
  } catch (thrown) {
    error = thrown;
  }
  const charges = gateway
    .ledger()
    .charges.filter((charge) => charge.idempotencyKey === idempotencyKey);
  const requests = gateway
    .ledger()
    .requests.filter((sent) => sent.idempotencyKey === idempotencyKey);
  return { events, types: events.map(({ type }) => type), error, charges, requests };
}

const pictureOf = (events: EngineEvent[]) => events.find((event) => event.type === "picture");

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
    ["from a model that sends base64 only", "a fox", { model: "vertex/imagen-3" }],
  ])("%s", async (_, prompt, request) => {
    const { events, types, error, charges } = await run(prompt, { request });
    const picture = pictureOf(events);

    expect(error).toBeNull();
    expect(types.filter((type) => type !== "partial")).toEqual(["started", "picture"]);
    expect(events[0]).toMatchObject({ requestId: expect.stringMatching(/^req_/) });
    expect(picture?.source.type).toBe("bytes");
    const bytes = picture?.source.type === "bytes" ? picture.source.bytes : new Uint8Array();
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 64, height: 64 });
    expect(charges).toHaveLength(1);
  });

  test("as an address on the gateway, private though it is, and is fetched from there", async () => {
    const engine = createEngine();
    const { events } = await run("a fox [[url]]", { engine });
    const source = pictureOf(events)?.source;

    expect(source?.type).toBe("url");
    const url = source?.type === "url" ? source.url : "";
    const bytes = await engine.fetchPicture(url, { signal: new AbortController().signal });
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

    expect((await run("a fox", { request })).types).toEqual([
      "started",
      "partial",
      "partial",
      "picture",
    ]);
    expect((await run("a fox", { request: { ...request, partial_images: 0 } })).types).toEqual([
      "started",
      "picture",
    ]);
  });

  test("with what the gateway says it delivered", async () => {
    const { events } = await run("a fox", {
      request: { model: "openai/gpt-image-1", quality: "low", output_format: "webp" },
    });

    expect(pictureOf(events)).toMatchObject({
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

describe("a refusal is the gateway's word: free, and never more than one request", () => {
  test.each([
    ["400", "invalid_parameter"],
    ["401", "unauthorized"],
    ["402", "payment_required"],
    ["403", "forbidden"],
    ["404", "model_not_found"],
    ["422", "invalid_parameter"],
    ["429", "rate_limited"],
    ["501", "not_supported"],
    ["503 retry-after=2", "rate_limited"],
  ])("%s", async (status, code) => {
    const { error, types, charges, requests } = await run(`a fox [[fail:${status}]]`);

    expect(error).toMatchObject({ name: "EngineError", sent: "answered", charged: "no", code });
    expect(error).toMatchObject({ requestId: expect.stringMatching(/^req_/) });
    expect(types).toEqual([]);
    expect(charges).toHaveLength(0);
    expect(requests).toHaveLength(1);
  });

  test("with the time that it asks to wait", async () => {
    const { error } = await run("a fox [[fail:429 retry-after=2]]");

    expect(error).toMatchObject({ retryAfterMs: 2_000 });
  });

  test.each(["content_policy_violation", "moderation_blocked"])(
    "with the provider's reason word by word when it is %s",
    async (code) => {
      const { error } = await run(`a fox [[refused:${code}]]`);

      expect(error).toMatchObject({
        code: "refused",
        charged: "no",
        message: "The prompt was refused by the content policy.",
      });
    },
  );

  test("with the name of the parameter that is wrong", async () => {
    expect((await run("a fox [[detail:422]]")).error).toMatchObject({
      code: "invalid_parameter",
      field: "size",
    });
  });

  test("with a wrong key, which is in no message", async () => {
    const engine = createEngine({ apiKey: "rsk_canary_0123456789" });
    const { error } = await run("a fox", { engine });

    expect(error).toMatchObject({ code: "unauthorized" });
    expect(`${JSON.stringify(error)} ${error} ${String(Object(error).stack)}`).not.toContain(
      "canary",
    );
  });

  test("when the address redirects, which is not followed", async () => {
    const { error } = await run(`a fox [[redirect:${gateway.url}/v1/images/generations]]`);

    expect(error).toMatchObject({ code: "not_supported", charged: "no" });
  });
});

describe("what nobody can tell is said to be unknown, and is not sent again", () => {
  test.each([
    ["[[fail:500]]", "upstream_error"],
    ["[[fail:502]]", "upstream_error"],
    ["[[fail:503]]", "upstream_error"],
    ["[[fail:504]]", "upstream_error"],
    ["[[html-502]]", "upstream_error"],
    ["[[reset]]", "connection_lost"],
    ["[[close]]", "connection_lost"],
    ["[[truncate]]", "connection_lost"],
    ["[[truncate:clean]]", "connection_lost"],
    ["[[reset:body]]", "connection_lost"],
  ])("%s", async (marker, code) => {
    const { error, requests } = await run(`a fox ${marker}`);

    expect(error).toMatchObject({ name: "EngineError", sent: "maybe", charged: null, code });
    expect(requests).toHaveLength(1);
  });

  test("past the deadline", async () => {
    const { error } = await run("a fox [[hang]]", { engine: createEngine({ deadlineMs: 200 }) });

    expect(error).toMatchObject({ sent: "maybe", charged: null, code: "timeout" });
  });
});

describe("an answer that holds no usable picture may have been charged, and is not sent again", () => {
  test.each([
    ["[[html-200]]", "bad_answer"],
    ["[[wrong-type]]", "bad_answer"],
    ["[[bad-base64]]", "bad_answer"],
    ["[[empty]]", "no_picture"],
    ["[[error-after-200:upstream_error]]", "upstream_error"],
    ["[[error-after-200:rate_limit_exceeded]]", "upstream_error"],
    ["[[error-in-200]]", "upstream_error"],
    ["[[url:ftp://pictures.example/1]]", "bad_answer"],
  ])("%s", async (marker, code) => {
    const { error, types, requests } = await run(`a fox ${marker}`);

    expect(types).not.toContain("picture");
    expect(error).toMatchObject({ sent: "answered", charged: "likely", code });
    expect(requests).toHaveLength(1);
  });

  test("but a refusal is free after the 200 as well", async () => {
    const { error } = await run("a fox [[error-after-200:content_policy_violation]]");

    expect(error).toMatchObject({ code: "refused", charged: "no" });
  });
});

describe("what is proven unsent says so", () => {
  test("nobody listens there", async () => {
    const engine = createEngine({ baseUrl: `http://127.0.0.1:${await unusedPort()}` });
    const { error } = await run("a fox", { engine });

    expect(error).toMatchObject({ sent: "no", charged: "no", code: "unreachable" });
  });

  test("it was stopped before it began", async () => {
    const { error, requests } = await run("a fox", { signal: AbortSignal.abort() });

    expect(error).toMatchObject({ sent: "no", charged: "no", code: "stopped" });
    expect(requests).toHaveLength(0);
  });

  test("a request that our own client refuses is not tried again", async () => {
    const { error, requests } = await run("a fox", { request: { size: "64" } });

    expect(error).toMatchObject({
      sent: "answered",
      charged: "no",
      code: "invalid_parameter",
      field: "size",
    });
    expect(requests).toHaveLength(0);
  });

  test("a key that cannot be sent is a matter of the settings", async () => {
    const { error } = await run("a fox", { engine: createEngine({ apiKey: "rsk with spaces" }) });

    expect(error).toMatchObject({ charged: "no", code: "unauthorized" });
  });
});

test.each([
  ["leaving the loop", false],
  ["aborting", true],
])("%s closes the connection", async (_, byAborting) => {
  const closed = Promise.withResolvers<void>();
  const server = createServer((_request, response) => {
    response.once("close", closed.resolve);
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write(": the picture never comes\n\n");
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close().closeAllConnections());
  await once(server, "listening");

  const stop = new AbortController();
  const engine = createEngine({ baseUrl: `http://127.0.0.1:${portOf(server)}` });
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

describe("the list of models", () => {
  const signal = new AbortController().signal;

  test("has names, prices in micros, and the parameters that each takes", async () => {
    const models = await createEngine().listModels({ signal });

    expect(models.find(({ id }) => id === "openai/gpt-image-1")).toMatchObject({
      name: "GPT Image 1",
      provider: "openai",
      isFree: false,
      pricePerImageMicros: 42_000,
      parameters: expect.arrayContaining(["output_format", "partial_images"]),
    });
    expect(models.find(({ id }) => id === "meshapi/free-sketch")).toMatchObject({
      isFree: true,
      pricePerImageMicros: 0,
      parameters: expect.not.arrayContaining(["partial_images"]),
    });
  });

  test("is asked for once by many", async () => {
    const engine = createEngine();
    const asked = () =>
      gateway.ledger().requests.filter(({ path }) => path.startsWith("/v1/models")).length;
    const before = asked();

    await Promise.all([1, 2, 3].map(() => engine.listModels({ signal })));
    await engine.listModels({ signal });

    expect(asked() - before).toBe(1);
  });

  test("is read from an OpenAI-style server, and is empty where there is none", async () => {
    for (const [modelList, length] of [
      ["data", 5],
      ["missing", 0],
    ] as const) {
      const other = await startFakeGateway({ modelList });
      expect(await createEngine({ baseUrl: other.url }).listModels({ signal })).toHaveLength(
        length,
      );
      await other.close();
    }
  });

  test("is empty where the address knows other methods only", async () => {
    const server = createServer((_request, response) => response.writeHead(405).end());
    server.listen(0, "127.0.0.1");
    onTestFinished(() => void server.close().closeAllConnections());
    await once(server, "listening");

    const engine = createEngine({ baseUrl: `http://127.0.0.1:${portOf(server)}` });
    expect(await engine.listModels({ signal })).toEqual([]);
  });

  test("that fails says why, and is asked for again", async () => {
    const port = await unusedPort();
    const engine = createEngine({ baseUrl: `http://127.0.0.1:${port}` });
    await expect(engine.listModels({ signal })).rejects.toMatchObject({ code: "unreachable" });

    const late = await startFakeGateway({ port });
    expect(await engine.listModels({ signal })).toHaveLength(5);
    await late.close();
  });

  test("is not waited for by a caller who left", async () => {
    await expect(createEngine().listModels({ signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: "EngineError",
      code: "stopped",
    });
  });
});

test("a gateway is called by its name", () => {
  expect(createEngine({ baseUrl: "https://api.meshapi.ai/v1" }).name).toBe("MeshAPI");
  expect(createEngine({ baseUrl: "http://localai:8080" }).name).toBe("localai:8080");
});

async function unusedPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const port = portOf(server);

  server.close();
  await once(server, "close");
  return port;
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}
