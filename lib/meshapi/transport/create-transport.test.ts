import { describe, expect, test } from "vitest";
import { MeshAPI } from "#lib/meshapi/client.ts";
import { createTransport, keyHeader } from "#lib/meshapi/transport/create-transport.ts";
import type { FetchInit } from "#lib/meshapi/transport/fetch.ts";
import type { MeshAPIOptions } from "#lib/meshapi/transport/mesh-api-options.ts";
import type { Notice } from "#lib/meshapi/transport/transport.ts";

interface Sent extends FetchInit {
  url: string;
}

/** What a client of these options sends for a list of models and for a picture. */
async function sentBy(options: Partial<MeshAPIOptions>, idempotencyKey = "attempt-1") {
  const sent: Sent[] = [];
  const answer = JSON.stringify({ data: [{ id: "a", url: "https://h/1.png" }] });
  const client = new MeshAPI({
    apiKey: "rsk_1",
    fetch: async (url, init) => {
      sent.push({ url, ...init });
      return new Response(answer, { headers: { deprecation: "@1", "x-other": "1" } });
    },
    ...options,
  });
  await client.models.list({ type: "image" });
  await client.images.generate({ prompt: "a fox" }, { idempotencyKey });

  const [models, image] = sent;
  return { models, image };
}

describe("every call goes to the base URL as it was read", () => {
  test.each([
    [{}, "https://api.meshapi.ai/v1", ""],
    [{ baseUrl: "https://h" }, "https://h/v1", ""],
    [{ baseUrl: "https://h/api/v3/" }, "https://h/api/v3", ""],
    [{ baseUrl: "https://h/v1/images/generations" }, "https://h/v1", ""],
    [
      { baseUrl: "https://h/openai/deployments/x?api-version=2025-04-01" },
      "https://h/openai/deployments/x",
      "api-version=2025-04-01",
    ],
    [{ baseUrl: "https://h/openai", query: "?api-version=2" }, "https://h/openai", "api-version=2"],
    [{ baseUrl: "https://h/v1?a=1", query: "a=1" }, "https://h/v1", "a=1"],
    [{ baseUrl: "https://h/v1?a=1", query: "b=2" }, "https://h/v1", "a=1&b=2"],
  ])("%j", async (options, base, query) => {
    const { models, image } = await sentBy(options);

    expect(models?.url).toBe(`${base}/models?type=image${query && `&${query}`}`);
    expect(image?.url).toBe(`${base}/images/generations${query && `?${query}`}`);
  });
});

describe("headers", () => {
  test("say whose request it is, by the idempotency key where it is an id that MeshAPI takes", async () => {
    expect((await sentBy({})).image?.headers).toMatchObject({
      authorization: "Bearer rsk_1",
      "idempotency-key": "attempt-1",
      "x-request-id": "attempt-1",
      "accept-encoding": "identity",
      "content-type": "application/json",
    });
    for (const key of ["with/slash", "x".repeat(65)]) {
      const { headers } = (await sentBy({}, key)).image ?? {};
      expect(headers).toMatchObject({ "idempotency-key": key });
      expect(headers).not.toHaveProperty("x-request-id");
    }
  });

  test("name MeshAPI's version to MeshAPI, and to whom the caller calls so", async () => {
    const version = { "x-mesh-version": "2026-08" };

    expect((await sentBy({})).models?.headers).toMatchObject(version);
    expect((await sentBy({ baseUrl: "http://h", isMeshAPI: true })).image?.headers).toMatchObject(
      version,
    );
    expect((await sentBy({ baseUrl: "http://h" })).image?.headers).not.toHaveProperty(
      "x-mesh-version",
    );
    expect(
      (await sentBy({ baseUrl: "https://api.meshapi.ai.example" })).image?.headers,
    ).not.toHaveProperty("x-mesh-version");
  });

  test("of one's own are sent with every call, trimmed", async () => {
    const { models, image } = await sentBy({ headers: { "Api-Key": " k\n", "x-empty": "" } });

    expect(models?.headers).toMatchObject({ "api-key": "k", "x-empty": "" });
    expect(image?.headers).toMatchObject({ "api-key": "k", authorization: "Bearer rsk_1" });
  });

  test("may hold the authorization where there is no key", async () => {
    const { image } = await sentBy({ apiKey: "", headers: { Authorization: "Basic eDp5" } });

    expect(image?.headers).toMatchObject({ authorization: "Basic eDp5" });
  });

  test("carry the key as Azure wants it", async () => {
    const { image } = await sentBy({ baseUrl: "https://mine.openai.azure.com/openai/v1" });

    expect(image?.headers).toMatchObject({ "api-key": "rsk_1" });
    expect(image?.headers).not.toHaveProperty("authorization");
  });

  test.each([
    ["Authorization", "Basic eDp5"],
    ["Content-Type", "text/plain"],
    ["HOST", "h"],
    ["Accept-Encoding", "gzip"],
    ["Content-Length", "1"],
    ["Transfer-Encoding", "chunked"],
    ["Connection", "close"],
    ["Proxy-Authorization", "x"],
    ["Idempotency-Key", "x"],
    ["X-Request-Id", "x"],
    ["with space", "x"],
    ["with:colon", "x"],
    ["", "x"],
    ["naïve", "x"],
    ["x-a", "one\r\ntwo: 3"],
    ["x-a", "a\0b"],
    ["x-a", "naïve"],
  ])("refuse %j: %j", (name, value) => {
    const create = () => new MeshAPI({ apiKey: "rsk_1", headers: { [name]: value } });

    expect(create).toThrow(
      expect.objectContaining({ code: "invalid_configuration", parameter: "headers" }),
    );
  });
});

test("a key is trimmed wherever it comes from", async () => {
  expect((await sentBy({ apiKey: " rsk_1\r\n" })).image?.headers).toMatchObject({
    authorization: "Bearer rsk_1",
  });
});

test.each([["a b"], ["a=1#x"], ["ä=1"]])("the query %j is refused", (query) => {
  expect(() => new MeshAPI({ apiKey: "", query })).toThrow(
    expect.objectContaining({ parameter: "query" }),
  );
});

test("an answer's word that it will go is told", async () => {
  const notices: Notice[] = [];
  await sentBy({ onNotice: (notice) => notices.push(notice) });

  expect(notices).toEqual([
    { header: "deprecation", value: "@1", path: "/models?type=image" },
    { header: "deprecation", value: "@1", path: "/images/generations" },
  ]);
});

test("the value of a header is in no error, even when the server repeats it", async () => {
  const client = new MeshAPI({
    apiKey: "",
    headers: { "api-key": "azure_canary_0123456789" },
    fetch: async () =>
      new Response('{"error":{"message":"No such key: azure_canary_0123456789"}}', { status: 401 }),
  });
  const [outcome] = await Promise.allSettled([client.models.list()]);

  expect(outcome).toMatchObject({ reason: { message: "No such key: [key]" } });
});

test.each([
  "?key=zz%2Fz&api-version=2025-04-01",
  "?access_token=zz%2Fz",
  "?x=zz%2Fz".padEnd(40, "9"),
])("a key in the query %s is among the secrets, as it is sent and as it is meant", (query) => {
  const { secrets } = createTransport({ apiKey: "", baseUrl: `https://h/v1${query}` });

  expect(secrets.slice(0, 2).map((secret) => secret.slice(0, 3))).toEqual(["zz%", "zz/"]);
});

test("the key goes to Azure by its own header, and to others as a bearer", () => {
  expect(keyHeader("k", "https://a.openai.azure.com")).toEqual({ "api-key": "k" });
  expect(keyHeader("k", "https://gateway.example")).toEqual({ authorization: "Bearer k" });
  expect(keyHeader("", "https://gateway.example")).toEqual({});
});
