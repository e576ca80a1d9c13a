import { expect, test } from "vitest";
import {
  gatewayChangeSchema,
  gatewayOrderSchema,
  newGatewaySchema,
} from "#lib/gateways/gateway-request.ts";

test.each([
  [{ baseUrl: "ftp://host" }, "baseUrl"],
  [{ baseUrl: "not an address" }, "baseUrl"],
  [{ apiKey: "" }, "apiKey"],
  [{ baseUrl: "https://user:password@host" }, "baseUrl"],
  [{ baseUrl: "https://host/#there" }, "baseUrl"],
  [{ baseUrl: "" }, "baseUrl"],
  [{ apiKey: "two words" }, "apiKey"],
  [{ apiKey: "in\u200bvisible" }, "apiKey"],
  [{ apiKey: " \n" }, "apiKey"],
  [{ apiKey: "Bearer" }, "apiKey"],
  [{ apiKey: ' "bearer: " \n' }, "apiKey"],
  [{ apiKey: "MESHAPI_API_KEY=" }, "apiKey"],
  [{ headers: { "two words": "a" } }, "headers"],
  [{ headers: { "content-length": "7" } }, "headers"],
  [{ headers: { authorization: "Bearer a" } }, "headers"],
  [{ headers: { "x-a": "one\ntwo" } }, "headers"],
  [{ headers: { "x-a": "" } }, "headers"],
  [{ headers: { "x-a": "狐" } }, "headers"],
  [{ headers: { "x-a": "1", "X-A": "2" } }, "headers"],
  [{ headers: { "x-a": "x".repeat(4_001) } }, "headers"],
  [{ apiKey: "x".repeat(501) }, "apiKey"],
  [{ name: " " }, "name"],
  [{ name: "x".repeat(61) }, "name"],
  [{ name: "\u200b" }, "name"],
  [{ name: "\u202eevil" }, "name"],
  [{ name: "one\ntwo" }, "name"],
  [{ slots: 1.5 }, "slots"],
])("the change %j is refused, naming %s", (change, field) => {
  expect(gatewayChangeSchema.safeParse(change).error?.issues[0]?.path).toEqual([field]);
});

test("what is around a key, and around a header's value, is no part of it", () => {
  const change = { apiKey: '\ufeff"Bearer rsk_key"\r\n', headers: { "x-a": " one \n" } };
  expect(gatewayChangeSchema.parse(change)).toEqual({
    apiKey: "rsk_key",
    headers: { "x-a": "one" },
  });
});

test("a gateway that is added needs an address, and names may be in any script", () => {
  const { error } = newGatewaySchema.safeParse({ name: "ماشین من" });
  expect(error?.issues).toMatchObject([{ path: ["baseUrl"], message: "refusals.writeAddress" }]);
});

test("an id is the same in capitals", () => {
  const id = "01980000-0000-7000-8000-0000000000ab";
  expect(gatewayOrderSchema.parse({ ids: [id.toUpperCase()] })).toEqual({ ids: [id] });
});
