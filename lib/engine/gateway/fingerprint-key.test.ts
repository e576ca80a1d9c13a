import { expect, test } from "vitest";
import { fingerprintKey } from "#lib/engine/gateway/fingerprint-key.server.ts";

const connection = { baseUrl: "https://one.example", apiKey: "rsk_one" };

test("a key is told from any other, from the same at another address, and from one with another header", () => {
  const prints = [
    connection,
    { ...connection, apiKey: "rsk_two" },
    { ...connection, baseUrl: "https://two.example" },
    { ...connection, headers: { "api-key": "k" } },
    { ...connection, headers: { "api-key": "l" } },
  ].map(fingerprintKey);

  expect(new Set(prints).size).toBe(prints.length);
});

test("a key is the same at each start, and is not to be read from its fingerprint", () => {
  const print = fingerprintKey(connection);

  expect(fingerprintKey({ ...connection, headers: {} })).toBe(print);
  expect(print).toMatch(/^[0-9a-f]{16}$/);
});
