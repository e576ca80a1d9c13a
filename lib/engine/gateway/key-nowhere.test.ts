import { describe, expect, test } from "vitest";
import { isEngineError } from "#lib/engine/engine-error.server.ts";
import { createGatewayEngine } from "#lib/engine/gateway/gateway-engine.server.ts";
import { serve } from "#lib/engine/gateway/test-server.ts";

const apiKey = "rsk_canary+12/34567";
const image = Buffer.from(
  "\x89PNG\r\n\x1a\n\0\0\0\rIHDR a picture,  crc.\0\0\0\0IENDcrc.",
  "latin1",
);
const b64_json = image.toString("base64");

/** All that is kept or shown of an answer, as text. */
async function told(
  body: object,
  {
    status = 200,
    headers = {},
    key = apiKey,
  }: { status?: number; headers?: Record<string, string>; key?: string } = {},
): Promise<string> {
  const { port } = await serve((_request, response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(body));
  });
  const engine = engineAt(`http://127.0.0.1:${port}`, key);
  const said: unknown[] = [];
  const options = { signal: AbortSignal.timeout(10_000), idempotencyKey: "a" };
  try {
    for await (const event of engine.generate({ prompt: "A fox" }, options)) said.push(event);
  } catch (error) {
    if (!isEngineError(error)) throw error;
    const answer = Buffer.from(error.answer?.bytes ?? []).toString();
    said.push({ ...error, message: error.message, cause: null }, answer);
  }
  return JSON.stringify(said);
}

function engineAt(baseUrl: string, key = apiKey) {
  return createGatewayEngine({
    apiKey: key,
    baseUrl,
    stream: false,
    deadlineMs: 10_000,
    resultsOverHttp: false,
    fetchWaitsMs: [],
  });
}

const base64 = Buffer.from(apiKey).toString("base64").slice(0, 20);

describe("a key that the gateway repeats is nowhere", () => {
  test.each([
    [
      "in what was used",
      { data: [{ b64_json }], usage: { user_api_key: apiKey, total_tokens: 1 } },
    ],
    [
      "in the prompt as it was understood",
      { data: [{ b64_json, revised_prompt: `${apiKey} fox` }] },
    ],
    ["in what it says of the picture", { data: [{ b64_json }], size: apiKey, quality: apiKey }],
  ])("%s", async (_, body) => {
    const said = await told(body);
    expect(said).toContain("picture");
    expect(said).not.toContain(apiKey);
  });

  test.each([
    ["x-request-id", { status: 400 }],
    ["x-request-id", {}],
    ["content-type", {}],
  ])("in the header %s of %j", async (name, answer) => {
    const said = await told({ message: "?" }, { ...answer, headers: { [name]: `req ${apiKey}` } });
    expect(said).toContain("req [key]");
    expect(said).not.toContain(apiKey);
  });

  test.each([
    ["alone", ""],
    ["as a password", "u:"],
    ["as the password of somebody", "me:"],
    ["as a name", "", ":"],
  ])("in base64, %s", async (_, before, after = "") => {
    const basic = Buffer.from(before + apiKey + after).toString("base64");
    const said = await told({ error: { message: `Basic ${basic}?` } }, { status: 400 });
    expect(said).toContain("Basic");
    expect(said).not.toContain(basic.slice(6, 20));
    expect(said).not.toContain(base64);
  });
});

describe("a word that stands for a key changes nothing of what is read", () => {
  const refused = { error: { code: "moderation_blocked", message: "It was rejected." } };

  test.each(["x", "1", "a", "none", "local", "test"])("%j", async (key) => {
    expect(await told(refused, { status: 400, key })).toContain('"code":"refused"');
    const headers = { "retry-after": "120" };
    const paced = await told({ error: { message: "Slow down." } }, { status: 429, headers, key });
    expect(paced).toContain('"retryAfterMs":120000');
    const revised_prompt = "A fox, one of a local kind, and none beside it: a test x 1";
    expect(await told({ data: [{ b64_json, revised_prompt }] }, { key })).toContain(revised_prompt);
  });

  test("though it is as long as a key, of numbers alone", async () => {
    const headers = { "retry-after": "12000", "x-litellm-response-cost": "0.12345678" };
    const answer = { status: 429, headers, key: "12345678" };
    const said = await told(
      { error: { message: "Slow down, 12345678.", account: 12345678 } },
      answer,
    );

    expect(said).toContain("[key]");
    expect(said).not.toContain("12345678");
  });
});

test("of an address of its own it is kept without the key, and fetched with it", async () => {
  const asked: string[] = [];
  const { port } = await serve((request, response) => {
    const isImage = request.method === "GET";
    const url = `http://127.0.0.1:${port}/a.png?size=2&key=${encodeURIComponent(apiKey)}`;
    if (isImage) asked.push(request.url ?? "");
    response.end(isImage ? image : JSON.stringify({ data: [{ url }] }));
  });
  const engine = engineAt(`http://127.0.0.1:${port}`);

  const signal = AbortSignal.timeout(10_000);
  const events = engine.generate({ prompt: "A fox" }, { signal, idempotencyKey: "a" });
  for await (const event of events) {
    if (event.type !== "picture" || event.source.type !== "url") continue;
    expect(event.source.url).toBe(`http://127.0.0.1:${port}/a.png?size=2&key=[key]`);
    expect(Buffer.from(await engine.fetchImage(event.source.url, { signal }))).toEqual(image);
  }
  expect(asked).toEqual([`/a.png?size=2&key=${encodeURIComponent(apiKey)}`]);
});

test("elsewhere nothing is put into an address", async () => {
  const asked: string[] = [];
  const { port } = await serve((request, response) => {
    asked.push(request.url ?? "");
    response.end(image);
  });
  const signal = AbortSignal.timeout(10_000);

  const engine = createGatewayEngine({
    apiKey,
    baseUrl: "http://127.0.0.1:1",
    stream: false,
    deadlineMs: 10_000,
    resultsOverHttp: true,
    resultHosts: ["127.0.0.1"],
  });
  await engine.fetchImage(`http://127.0.0.1:${port}/a.png?key=[key]`, { signal });
  expect(asked).toEqual(["/a.png?key=[key]"]);
});

test("of several secrets in an address each is put back in its own place", async () => {
  const code = "of-the-query-0123456789";
  const asked: string[] = [];
  const { port } = await serve((request, response) => {
    const isImage = request.method === "GET";
    const query = `code=${code}&key=${encodeURIComponent(apiKey)}`;
    const url = `http://127.0.0.1:${port}/a.png?${query}`;
    if (isImage) asked.push(request.url ?? "");
    response.end(isImage ? image : JSON.stringify({ data: [{ url }] }));
  });
  const engine = engineAt(`http://127.0.0.1:${port}/v1?code=${code}`);

  const signal = AbortSignal.timeout(10_000);
  for await (const event of engine.generate({ prompt: "A fox" }, { signal, idempotencyKey: "a" })) {
    if (event.type !== "picture" || event.source.type !== "url") continue;
    expect(event.source.url).not.toContain(code);
    await engine.fetchImage(event.source.url, { signal });
  }
  expect(asked).toEqual([`/a.png?code=${code}&key=${encodeURIComponent(apiKey)}`]);
});
