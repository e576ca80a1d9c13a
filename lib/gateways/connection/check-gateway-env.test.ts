import { expect, test } from "vitest";
import { checkGatewayEnv } from "#lib/gateways/connection/check-gateway-env.ts";

test.each(["ftp://host", "host", "https://me:word@host", "https://host/#there", "https://"])(
  "the address %s is refused at the start, naming the setting",
  (address) => {
    expect(() => checkGatewayEnv({ MESHAPI_BASE_URL: address })).toThrow(
      "The setting MESHAPI_BASE_URL is wrong:",
    );
  },
);

test("a header that cannot be sent is refused at the start, naming the setting", () => {
  expect(() => checkGatewayEnv({ MESHAPI_HEADERS: { "two words": "a" } })).toThrow(
    "The setting MESHAPI_HEADERS is wrong:",
  );
});

test("what can be asked is let through", () => {
  checkGatewayEnv({});
  checkGatewayEnv({
    MESHAPI_BASE_URL: "https://host/openai?api-version=2025-04-01",
    MESHAPI_HEADERS: { "x-portkey-provider": "openai" },
  });
});
