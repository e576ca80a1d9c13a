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

test("a key is the same however its address is spelt, and another where another one is asked", () => {
  const spelt = [
    "https://one.example/",
    " https://One.example/v1",
    "https://one.example/v1/images/generations",
  ];
  const others = ["http://one.example", "https://one.example/v2", "https://one.example?tenant=a"];
  const printOf = (baseUrl: string) => fingerprintKey({ ...connection, baseUrl });

  expect(new Set(spelt.map(printOf))).toEqual(new Set([fingerprintKey(connection)]));
  expect(new Set([connection.baseUrl, ...others].map(printOf)).size).toBe(4);
});

test("a key is the same at each start, and is not to be read from its fingerprint", () => {
  const print = fingerprintKey(connection);

  expect(fingerprintKey({ ...connection, headers: {} })).toBe(print);
  expect(print).toMatch(/^[0-9a-f]{16}$/);
});
