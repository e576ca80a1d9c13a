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
      expect(parseEnv({ [name]: value })).not.toHaveProperty(name, expect.anything());
    }
  },
);

test.each([
  ["MESHAPI_API_KEY", "two words"],
  ["MESHAPI_API_KEY", "Bearer "],
  ["MESHAPI_API_KEY", "in\u200bvisible"],
  ["MESHAPI_HEADERS", "x-team: foxes"],
  ["MESHAPI_HEADERS", '["x-team"]'],
  ["MESHAPI_HEADERS", '{"x-team": 7}'],
  ["MESHAPI_HEADERS", '"x"'],
])("the setting %s=%s is refused by its name", (name, value) => {
  expect(() => parseEnv({ [name]: value })).toThrow(`The setting ${name} is wrong:`);
});

test.each([
  ["quotes, as Docker's --env-file leaves them", (value: string) => `"${value}"`],
  ["single quotes", (value: string) => `'${value}'`],
  ["a line end of Windows", (value: string) => `${value}\r`],
  ["spaces", (value: string) => ` ${value} `],
])("%s around a value are no part of it", (_what, wrap) => {
  const given = {
    PORT: "3001",
    TRUSTED_NETWORK: "true",
    DATA_DIR: "/srv/it's data",
    DATABASE_URL: "postgresql://db/atelier",
    MESHAPI_BASE_URL: "https://host/v1",
    MESHAPI_HEADERS: '{"x-team":"foxes"}',
    RESULT_HOSTS: "images.lan",
    LOG_LEVEL: "warn",
  };
  const wrapped = Object.entries(given).map(([name, value]) => [name, wrap(value)]);
  expect(parseEnv(Object.fromEntries(wrapped))).toEqual(parseEnv(given));
});

test.each([
  ["ATTEMPTS_IN_FLIGHT", "four", "1 to 64"],
  ["ATTEMPTS_IN_FLIGHT", "0", "1 to 64"],
  ["PICTURE_MB_MAX", "50MB", "1 to 512"],
  ["DISK_FREE_MB_MIN", "2.5", "0 to 10,000,000"],
  ["PORT", "99999", "0 to 65,535"],
])("%s=%s is refused with the numbers that it may be", (name, value, range) => {
  expect(() => parseEnv({ [name]: value })).toThrow(
    `The setting ${name} is wrong: Write a whole number from ${range}.`,
  );
});
