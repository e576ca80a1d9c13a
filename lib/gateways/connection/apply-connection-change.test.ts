import { expect, test } from "vitest";
import { applyConnectionChange } from "#lib/gateways/connection/apply-connection-change.ts";
import type { StoredConnection } from "#lib/gateways/connection/connection.ts";
import { type GatewayEnv, resolveConnection } from "#lib/gateways/connection/resolve-connection.ts";

const old = "https://old.example";
const key = { origin: old, value: "rsk_old", sealed: "sealed" };
const headers = { origin: old, value: { "x-team": "foxes", "x-key": "secret" }, sealed: "sealed" };
const stored: StoredConnection = { baseUrl: old, stream: true, apiKey: key, headers: null };

const refusedAt = (field: string, words: string) =>
  expect.objectContaining({
    code: "invalid_request",
    field,
    message: expect.stringContaining(words),
  });

test.each([
  "https://new.example",
  "https://old.example:8443",
  "http://old.example",
  "https://api.old.example",
  null,
])("the address %s asks for the key again, which belongs to another origin", (baseUrl) => {
  expect(() => applyConnectionChange(stored, { baseUrl }, {})).toThrow(
    refusedAt("apiKey", "Enter the key again: it was entered for https://old.example."),
  );
});

test.each(["https://old.example/openai", "https://OLD.example:443/v1/", "https://old.example?a=b"])(
  "the address %s is of the same origin, and keeps the key",
  (baseUrl) => {
    const next = applyConnectionChange(stored, { baseUrl }, {});
    expect(resolveConnection(next, {})).toMatchObject({ apiKey: "rsk_old", keyProblem: null });
  },
);

test("another origin is taken with a key of its own, or with none", () => {
  const baseUrl = "https://new.example";
  const withKey = applyConnectionChange(stored, { baseUrl, apiKey: "rsk_new" }, {});
  const without = applyConnectionChange(stored, { baseUrl, apiKey: null }, {});

  expect(resolveConnection(withKey, {})).toMatchObject({ baseUrl, apiKey: "rsk_new" });
  expect(resolveConnection(without, {})).toMatchObject({ baseUrl, apiKey: null, keyProblem: null });
});

test("stored headers belong to their origin as the key does", () => {
  const before = { ...stored, headers };
  const change = { baseUrl: "https://new.example", apiKey: "rsk_new" };

  for (const given of [undefined, {}, { "X-Team": "owls" }]) {
    expect(() =>
      applyConnectionChange(before, given ? { ...change, headers: given } : change, {}),
    ).toThrow(refusedAt("headers", "they were entered for https://old.example"));
  }
  for (const given of [null, { "x-team": "owls", "X-Key": null }]) {
    const next = applyConnectionChange(before, { ...change, headers: given }, {});
    expect(resolveConnection(next, {}).headers).toEqual(given ? { "x-team": "owls" } : {});
  }
});

test("a key of the environment belongs to the environment's address, or to the default's", () => {
  const env: GatewayEnv = { MESHAPI_API_KEY: "rsk_env", MESHAPI_HEADERS: { "x-env": "secret" } };
  const empty = { baseUrl: null, stream: true, apiKey: null, headers: null };

  expect(resolveConnection(empty, env)).toMatchObject({
    apiKey: "rsk_env",
    keySource: "environment",
  });
  expect(() => applyConnectionChange(empty, { baseUrl: old }, env)).toThrow(
    refusedAt("apiKey", "set MESHAPI_BASE_URL beside it"),
  );
  expect(resolveConnection({ ...empty, baseUrl: old }, env)).toMatchObject({
    apiKey: null,
    keyProblem: { kind: "elsewhere", origin: "https://api.meshapi.ai", source: "environment" },
    headers: {},
  });
  const given = { ...env, MESHAPI_BASE_URL: "https://given.example/v1" };
  expect(resolveConnection(stored, given)).toMatchObject({
    baseUrl: "https://given.example/v1",
    apiKey: "rsk_env",
    headers: { "x-env": "secret" },
  });
});

test("where the environment's key is not sent, one of the screen's own is", () => {
  const env: GatewayEnv = { MESHAPI_API_KEY: "rsk_env" };
  expect(resolveConnection(stored, env)).toMatchObject({
    apiKey: "rsk_old",
    keySource: "settings",
    keyProblem: null,
  });
});

test("an address of the environment's that changed takes no stored secret along", () => {
  const env: GatewayEnv = { MESHAPI_BASE_URL: "https://new.example" };
  expect(resolveConnection({ ...stored, headers }, env)).toMatchObject({
    apiKey: null,
    keyProblem: { kind: "elsewhere", origin: old, source: "settings" },
    headers: {},
    headersProblem: { kind: "elsewhere", origin: old, source: "settings" },
  });
  // What has nothing to do with it can still be changed.
  expect(applyConnectionChange(stored, { stream: false }, env).stream).toBe(false);
});

test("a header that is entered for one origin takes none along that belong to another", () => {
  const env: GatewayEnv = { MESHAPI_BASE_URL: "https://new.example" };
  const next = applyConnectionChange({ ...stored, headers }, { headers: { "x-new": "word" } }, env);

  expect(next.headers).toEqual({
    origin: "https://new.example",
    value: { "x-new": "word" },
    sealed: null,
  });
});

test("headers that cannot be opened any more are not left behind unsaid: entered again, or removed", () => {
  const before = { ...stored, headers: { origin: old, value: null, sealed: "lost" } };
  const change = { baseUrl: "https://new.example", apiKey: "rsk_new" };

  expect(() => applyConnectionChange(before, change, {})).toThrow(
    refusedAt("headers", "they were entered for https://old.example"),
  );
  for (const given of [null, { "x-team": "owls" }]) {
    const next = applyConnectionChange(before, { ...change, headers: given }, {});
    expect(resolveConnection(next, {}).headers).toEqual(given ?? {});
  }
});

test("an address that an earlier version took and this one refuses uses no key, and can be corrected", () => {
  const before = { ...stored, baseUrl: "https://me:word@old.example" };
  expect(resolveConnection(before, {})).toMatchObject({ apiKey: null, keyProblem: null });
  expect(() => applyConnectionChange(before, { apiKey: "rsk_new" }, {})).toThrow(
    refusedAt("baseUrl", "Correct the gateway's address first."),
  );
  const next = applyConnectionChange(before, { baseUrl: old }, {});
  expect(resolveConnection(next, {}).apiKey).toBe("rsk_old");
});

test("what is not changed stays as it was sealed", () => {
  const before = { ...stored, headers };
  const next = applyConnectionChange(before, { stream: false, headers: { "x-team": "owls" } }, {});

  expect(next.apiKey).toBe(key);
  expect(next.headers).toEqual({
    origin: old,
    value: { "x-key": "secret", "x-team": "owls" },
    sealed: null,
  });
});

test("what is shown of an address's query is no new value of it", () => {
  const before = { ...stored, baseUrl: `${old}/v1?key=canary_of_a_query&a=b` };
  const moved = `${old}/v2?a=c&key=***uery`;

  expect(applyConnectionChange(before, { baseUrl: moved }, {}).baseUrl).toBe(
    `${old}/v2?a=c&key=canary_of_a_query`,
  );
  const other = `${old}/v2?key=another`;
  expect(applyConnectionChange(before, { baseUrl: other }, {}).baseUrl).toBe(other);
});

test.each([
  "https://new.example/v1?key=***uery",
  `${old}/v1?key=***ueri`,
  `${old}/v1?code=***uery`,
])("for %s, what the query hides is asked for again", (baseUrl) => {
  const before = { ...stored, baseUrl: `${old}/v1?key=canary_of_a_query` };

  expect(() => applyConnectionChange(before, { baseUrl, apiKey: "rsk_new" }, {})).toThrow(
    refusedAt("baseUrl", "Write the whole value of"),
  );
});

test("what the environment's address hides is not stored by what is shown of it", () => {
  const env: GatewayEnv = { MESHAPI_BASE_URL: `${old}/v1?key=canary_of_a_query` };

  expect(() => applyConnectionChange(stored, { baseUrl: `${old}/v2?key=***uery` }, env)).toThrow(
    refusedAt("baseUrl", "Write the whole value of key"),
  );
});
