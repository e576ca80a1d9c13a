import { expect, test } from "vitest";
import { parseEnv } from "#lib/platform/env.server.ts";

test("what is around a key or an address is no part of it", () => {
  const env = parseEnv({
    MESHAPI_API_KEY: "\ufeff'rsk_key'\r\n",
    MESHAPI_BASE_URL: " https://host/v1\n",
    MESHAPI_HEADERS: ' {"x-team": " foxes\\n"} ',
    SECRET_KEY: `"${"a".repeat(64)}"\n`,
  });
  expect(env).toMatchObject({
    MESHAPI_API_KEY: "rsk_key",
    MESHAPI_BASE_URL: "https://host/v1",
    MESHAPI_HEADERS: { "x-team": "foxes" },
    SECRET_KEY: "a".repeat(64),
  });
});

test.each(["MESHAPI_API_KEY", "MESHAPI_BASE_URL", "MESHAPI_HEADERS"])(
  "a blank %s is none",
  (name) => {
    for (const value of ["", " \r\n", name === "MESHAPI_HEADERS" ? "{}" : '""']) {
      if (name === "MESHAPI_BASE_URL" && value === '""') continue;
      expect(parseEnv({ [name]: value })).not.toHaveProperty(name, expect.anything());
    }
  },
);

test.each([
  ["MESHAPI_API_KEY", "two words"],
  ["MESHAPI_API_KEY", "in\u200bvisible"],
  ["MESHAPI_HEADERS", "x-team: foxes"],
  ["MESHAPI_HEADERS", '["x-team"]'],
  ["MESHAPI_HEADERS", '{"x-team": 7}'],
  ["MESHAPI_HEADERS", '"x"'],
])("the setting %s=%s is refused by its name", (name, value) => {
  expect(() => parseEnv({ [name]: value })).toThrow(`The setting ${name} is wrong:`);
});
