import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FakeGateway, startFakeGateway } from "#e2e/fake-gateway/start-fake-gateway.ts";
import { MeshAPI, type MeshAPIOptions } from "#lib/meshapi/client.ts";
import type { ImageChunk } from "#lib/meshapi/image-chunk.ts";
import type { ImageParameters } from "#lib/meshapi/image-parameters.ts";
import { pictureOf } from "#lib/meshapi/picture-of.ts";
import { createUndiciFetch } from "#lib/meshapi/undici-fetch.ts";

let gateway: FakeGateway;

beforeAll(async () => {
  gateway = await startFakeGateway();
});
afterAll(() => gateway.close());

function clientOf(options: Partial<MeshAPIOptions> = {}): MeshAPI {
  return new MeshAPI({ apiKey: gateway.apiKey, baseUrl: gateway.url, ...options });
}

function ask(prompt: string, others: Partial<ImageParameters> = {}): ImageParameters {
  return { prompt, size: "64x64", ...others };
}

async function collect(chunks: AsyncIterable<ImageChunk>): Promise<ImageChunk[]> {
  const collected: ImageChunk[] = [];
  for await (const chunk of chunks) collected.push(chunk);

  return collected;
}

function statusesOf(chunks: readonly ImageChunk[]): string[] {
  return chunks.map(({ status }) => status);
}

function requestsWith(prompt: string) {
  return gateway.ledger().requests.filter((request) => request.prompt === prompt);
}

describe("pictures", () => {
  test.each([
    ["base64", "[[b64]] a fox", "bytes"],
    ["a data: URI", "[[data-uri]] a fox", "bytes"],
    ["an address", "[[url]] a fox", "url"],
    ["base64 in lines", "[[whitespace]] a fox", "bytes"],
    ["invalid base64", "[[bad-base64]] a fox", "unreadable"],
  ])("a picture that comes as %s is told apart", async (_, prompt, type) => {
    const { data, requestId } = await clientOf().images.generate(ask(prompt));

    expect(requestId).toMatch(/^req_/);
    expect(data.map((item) => pictureOf(item).type)).toEqual([type]);
  });

  test("an empty answer and one with more pictures than asked are given as they are", async () => {
    const { images } = clientOf();

    expect((await images.generate(ask("[[empty]] a fox"))).data).toHaveLength(0);
    expect((await images.generate(ask("[[extra:2]] a fox"))).data).toHaveLength(3);
  });

  test("each parameter of the guide arrives", async () => {
    const result = await clientOf().images.generate(
      ask("[[b64]] a fox", {
        model: "openai/gpt-image-1",
        n: 2,
        quality: "low",
        response_format: "b64_json",
        output_format: "jpeg",
        stream: true,
      }),
    );

    expect(result).toMatchObject({ size: "64x64", quality: "low", output_format: "jpeg" });
    expect(result.data).toHaveLength(2);
  });
});

describe("streams", () => {
  test.each([
    ["MeshAPI's", "[[meshapi]] [[partials:2]] [[b64]] a fox"],
    ["OpenAI's", "[[openai]] [[partials:2]] a fox"],
    ["MeshAPI's with CR LF", "[[meshapi]] [[partials:2]] [[b64]] [[crlf]] a fox"],
    [
      "MeshAPI's with CR, a byte at a time",
      "[[meshapi]] [[partials:2]] [[b64]] [[cr]] [[bom]] [[pieces:1]] a fox",
    ],
    ["OpenAI's in lines", "[[openai]] [[partials:2]] [[multiline]] [[noise]] a fox"],
  ])("%s dialect gives sketches and then the picture", async (_, prompt) => {
    const chunks = await collect(clientOf().images.stream(ask(prompt, { size: "16x16" })));
    const told = statusesOf(chunks).filter((status) => status !== "processing");
    const partials = chunks.flatMap((chunk) => (chunk.status === "partial" ? chunk.partials : []));

    expect(told).toEqual(["partial", "partial", "completed"]);
    expect(partials.map(({ index }) => index)).toEqual([0, 1]);
    expect(chunks.at(-1)?.data.map((item) => pictureOf(item).type)).toEqual(["bytes"]);
  });

  test("the first chunk comes with the headers, and knows the request id", async () => {
    const chunks = clientOf().images.stream(ask("[[hold-picture:first]] a fox"));
    const { value } = await chunks.next();

    expect(value).toMatchObject({
      status: "processing",
      requestId: expect.stringMatching(/^req_/),
    });
    gateway.release("first");
    expect(statusesOf(await collect(chunks)).at(-1)).toBe("completed");
  });

  test("JSON in answer to a stream is one completed chunk, and a stream in answer to JSON a result", async () => {
    const { images } = clientOf();

    expect(statusesOf(await collect(images.stream(ask("[[json]] a fox"))))).toEqual([
      "processing",
      "completed",
    ]);
    expect((await images.generate(ask("[[stream]] a fox", { n: 2 }))).data).toHaveLength(2);
  });

  test("leaving the loop closes the connection", async () => {
    const prompt = "[[hold-picture:left]] a fox that is left";
    for await (const chunk of clientOf().images.stream(ask(prompt))) {
      if (chunk.status === "processing") break;
    }
    await gateway.idle();

    const charge = gateway.ledger().charges.find((charge) => charge.prompt === prompt);
    expect(charge?.state).toBe("abandoned");
  });

  test("aborting ends the wait, and closes the connection", async () => {
    const leaving = new AbortController();
    const chunks = clientOf().images.stream(ask("[[hold-picture:aborted]] a fox"), {
      signal: leaving.signal,
    });
    await chunks.next();
    const waiting = collect(chunks);
    await gateway.reached("aborted");
    leaving.abort();

    await expect(waiting).rejects.toMatchObject({ code: "aborted", sent: "maybe" });
    await gateway.idle();
  });
});

describe("failures", () => {
  const failures: [string, object][] = [
    ["[[fail:400]]", { status: 400, sent: "answered", code: "bad_request" }],
    ["[[fail:402]]", { status: 402, sent: "answered", code: "spend_limit_exceeded" }],
    ["[[fail:429 retry-after=2]]", { status: 429, sent: "answered", retryAfterSeconds: 2 }],
    ["[[fail:429]]", { status: 429, sent: "answered", retryAfterSeconds: null }],
    ["[[fail:421]]", { status: 421, sent: "answered" }],
    ["[[fail:503]]", { status: 503, sent: "answered", code: "upstream_error" }],
    ["[[refused:moderation_blocked]]", { status: 400, code: "moderation_blocked" }],
    ["[[detail:422]]", { status: 422, parameter: "size", message: "This size is not supported." }],
    [
      "[[html-502]]",
      {
        status: 502,
        sent: "answered",
        code: "http_502",
        requestId: expect.stringMatching(/^req_/),
      },
    ],
    ["[[html-200]]", { status: 200, sent: "answered", code: "invalid_answer" }],
    ["[[redirect]]", { status: 307, sent: "answered", code: "http_307" }],
    ["[[error-in-200]]", { status: 200, sent: "answered", code: "upstream_error" }],
    [
      "[[error-after-200:content_policy_violation]]",
      { status: 200, sent: "answered", code: "content_policy_violation" },
    ],
    ["[[truncate]]", { sent: "maybe", code: "connection_lost" }],
    ["[[truncate:clean]]", { sent: "maybe", code: "stream_truncated" }],
    ["[[json]] [[truncate]]", { sent: "maybe", code: "connection_lost" }],
    ["[[reset]]", { status: null, sent: "maybe", code: "connection_lost" }],
    ["[[reset:body]]", { sent: "maybe", code: "connection_lost" }],
    ["[[close]]", { status: null, sent: "maybe", code: "connection_lost" }],
  ];

  test.each(failures)("%s is told in full, and sent once", async (marker, expected) => {
    const prompt = `${marker} a fox`;

    await expect(collect(clientOf().images.stream(ask(prompt)))).rejects.toMatchObject({
      name: "MeshAPIError",
      ...expected,
    });
    expect(requestsWith(prompt)).toHaveLength(1);
  });

  /** A TCP server that does this with each connection. */
  async function listen(onConnection: (socket: Socket) => void) {
    const server = createServer(onConnection).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();

    return { server, port: typeof address === "object" ? address?.port : 0 };
  }

  test("a server that is not there was proven to be sent nothing", async () => {
    const { server, port } = await listen(() => {});
    await new Promise((resolve) => server.close(resolve));

    const { images } = clientOf({ baseUrl: `http://127.0.0.1:${port}` });
    await expect(images.generate(ask("a fox"))).rejects.toMatchObject({
      sent: "no",
      code: "unreachable",
    });
  });

  test.each([
    ["is dropped", (socket: Socket) => void socket.destroy()],
    ["is answered by nonsense", (socket: Socket) => void socket.end("SSH-2.0-x\r\n")],
    ["is never answered", () => {}],
  ])("a TLS handshake that %s proves that nothing was sent", async (_, onConnection) => {
    const { server, port } = await listen(onConnection);
    const { images } = clientOf({
      baseUrl: `https://127.0.0.1:${port}`,
      fetch: createUndiciFetch({ connectTimeoutMs: 100 }),
    });

    await expect(images.generate(ask("a fox"))).rejects.toMatchObject({
      sent: "no",
      code: "unreachable",
    });
    server.close();
  });

  test.each(["http://gateway.invalid", "https"])("nothing is sent to %s", async (where) => {
    const baseUrl = where === "https" ? gateway.url.replace("http:", "https:") : where;

    await expect(clientOf({ baseUrl }).images.generate(ask("a fox"))).rejects.toMatchObject({
      sent: "no",
      code: "unreachable",
    });
  });

  test("what was aborted before it began is not sent", async () => {
    const signal = AbortSignal.abort();
    const prompt = "a fox that is never sent";

    await expect(clientOf().images.generate(ask(prompt), { signal })).rejects.toMatchObject({
      sent: "no",
      code: "aborted",
    });
    expect(requestsWith(prompt)).toHaveLength(0);
  });

  test("the deadline ends an answer that never comes, and pings that never end", async () => {
    const { images } = clientOf({ timeoutMs: 100 });

    for (const prompt of ["[[hang]] a fox", "[[pings]] a fox"]) {
      await expect(images.generate(ask(prompt, { stream: true }))).rejects.toMatchObject({
        sent: "maybe",
        code: "timeout",
      });
    }
  });

  test("a stream that falls silent in the middle is ended, with its request id", async () => {
    const chunks = clientOf({ silenceMs: 50 }).images.stream(ask("[[silence]] a fox"));

    await expect(collect(chunks)).rejects.toMatchObject({
      sent: "maybe",
      code: "timeout",
      requestId: expect.stringMatching(/^req_/),
    });
  });

  test.each([
    ["event", { eventCharactersMax: 1_000_000 }, "[[huge:2]] a fox"],
    ["answer", { answerBytesMax: 1_000_000 }, "[[huge:2]] [[json]] a fox"],
  ])("an %s beyond the limit is not held", async (_, limits, prompt) => {
    await expect(collect(clientOf(limits).images.stream(ask(prompt)))).rejects.toMatchObject({
      sent: "answered",
      code: "answer_too_large",
    });
  });

  test("the key is in no error, even when the server repeats it", async () => {
    const client = new MeshAPI({
      apiKey: "rsk_canary",
      fetch: async () =>
        new Response('{"error":{"message":"No such key: rsk_canary"}}', { status: 401 }),
    });
    const [outcome] = await Promise.allSettled([client.models.list()]);

    expect(outcome).toMatchObject({ reason: { status: 401, message: "No such key: [key]" } });
    expect(JSON.stringify(outcome)).not.toContain("canary");
  });
});

describe("requests", () => {
  test("the idempotency key is sent as it was given", async () => {
    const prompt = "a fox with a key";
    await clientOf().images.generate(ask(prompt), { idempotencyKey: "attempt-1" });

    expect(requestsWith(prompt)).toMatchObject([{ idempotencyKey: "attempt-1", status: 200 }]);
  });

  test.each([
    [{ prompt: "a fox", n: 11 }, "n"],
    [{ prompt: "a fox", size: "0x10" }, "size"],
    [{ prompt: " " }, "prompt"],
    [{ prompt: "a fox", colour: "red" }, "colour"],
  ])("of %j, the wrong parameter is named and nothing is sent", async (parameters, parameter) => {
    const sentBefore = gateway.ledger().requests.length;

    await expect(clientOf().images.generate(parameters)).rejects.toMatchObject({
      sent: "no",
      code: "invalid_parameter",
      parameter,
      message: expect.stringContaining(parameter),
    });
    expect(gateway.ledger().requests).toHaveLength(sentBefore);
  });

  test.each([
    ["a key with a line break", { apiKey: "rsk\n1" }, "apiKey"],
    ["an address that is none", { baseUrl: "meshapi" }, "baseUrl"],
    ["a file", { baseUrl: "file:///etc" }, "baseUrl"],
  ])("%s is refused at once", (_, options, parameter) => {
    expect(() => clientOf(options)).toThrow(expect.objectContaining({ parameter, sent: "no" }));
  });

  test("a base URL may end in /v1 or in a slash", async () => {
    for (const end of ["/", "/v1", "/v1/"]) {
      const { models } = clientOf({ baseUrl: `${gateway.url}${end}` });
      expect((await models.list({ type: "image" })).length).toBeGreaterThan(0);
    }
  });

  test("a redirect is not followed by any fetch: the prompt, and the charge, stay here", async () => {
    for (const options of [{}, { fetch }]) {
      const prompt = `[[redirect:/v1/models]] a fox by ${Object.keys(options).join()}`;

      await expect(clientOf(options).images.generate(ask(prompt))).rejects.toMatchObject({
        status: 307,
      });
      expect(requestsWith(prompt)).toHaveLength(1);
    }
  });

  test("the platform's fetch can be given in place of the client's own", async () => {
    const result = await clientOf({ fetch }).images.generate(ask("a fox", { stream: true }));

    expect(result.data).toHaveLength(1);
  });
});
