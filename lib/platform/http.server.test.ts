import { expect, test } from "vitest";
import * as z from "zod";
import { checkHost, checkOrigin, errorResponse, readJson } from "#lib/platform/http.server.ts";

const here = { host: "127.0.0.1", allowedHosts: ["studio.example"], trustedNetwork: false };
const headers = (host: string) => new Headers({ host });

test.each([
  "127.0.0.1:3000",
  "localhost:3000",
  "[::1]:3000",
  "studio.example",
  "STUDIO.example:443",
])("it answers to its own name %s", (host) => {
  expect(() => checkHost(headers(host), here)).not.toThrow();
});

test.each([
  "evil.example",
  "evil.example:3000",
  "192.168.0.7:3000",
  "127.0.0.1.evil.example",
  "localhost.evil.example",
  "",
])("it does not answer to the foreign name %j", (host) => {
  expect(() => checkHost(headers(host), here)).toThrow("does not answer to that host name");
});

test("on a trusted network it answers to addresses, and still not to foreign names", () => {
  const rule = { ...here, host: "0.0.0.0", trustedNetwork: true };
  expect(() => checkHost(headers("192.168.0.7:3000"), rule)).not.toThrow();
  expect(() => checkHost(headers("rebound.example:3000"), rule)).toThrow();
});

const post = (extra: Record<string, string>, body = "{}") =>
  new Request("http://localhost/api", {
    method: "POST",
    body,
    headers: { host: "127.0.0.1:3000", "content-type": "application/json", ...extra },
  });

test.each([
  {},
  { origin: "https://evil.example" },
  { origin: "null" },
  { origin: "http://127.0.0.1:4000" },
])("a change with the Origin %j is refused", (origin) => {
  expect(() => checkOrigin(post(origin))).toThrow("Origin header");
});

test("a change from our own pages is allowed, whatever address Next gives the request", () => {
  expect(() => checkOrigin(post({ origin: "http://127.0.0.1:3000" }))).not.toThrow();
});

const schema = z.strictObject({ n: z.int("n is a whole number.") });

test.each([
  ["text/plain", "{}", "unsupported_media_type"],
  ["application/x-www-form-urlencoded", "n=1", "unsupported_media_type"],
  ["application/json", "{n:1}", "invalid_json"],
  ["application/json", "", "invalid_json"],
  ["application/json", JSON.stringify({ n: "x".repeat(1_000_000) }), "body_too_large"],
])("a body of type %s that is %j is refused as %3$s", async (type, body, code) => {
  await expect(readJson(post({ "content-type": type }, body), schema)).rejects.toMatchObject({
    code,
  });
});

test("a wrong field is named, with what it should be", async () => {
  await expect(readJson(post({}, '{"n":1.5}'), schema)).rejects.toMatchObject({
    code: "invalid_request",
    field: "n",
    message: "n is a whole number.",
  });
});

test("an unknown field is named, not dropped in silence", async () => {
  await expect(readJson(post({}, '{"n":1,"sise":1}'), schema)).rejects.toMatchObject({
    field: "sise",
  });
});

test("what nobody foresaw tells a browser nothing of its inside", async () => {
  const response = errorResponse(new Error("secret path /etc/passwd"));
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain("passwd");
});
