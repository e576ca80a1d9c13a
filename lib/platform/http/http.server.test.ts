import { expect, test } from "vitest";
import * as z from "zod";
import { AppError } from "#lib/platform/errors.ts";
import {
  errorResponse,
  parseRequest,
  readJson,
  readQuery,
} from "#lib/platform/http/http.server.ts";
import type { MessageKey } from "#messages/messages.ts";
import { say } from "#messages/sentence.ts";

const post = (extra: Record<string, string>, body: BodyInit = "{}") =>
  new Request("http://localhost/api", {
    method: "POST",
    body,
    headers: { host: "127.0.0.1:3000", "content-type": "application/json", ...extra },
  });

const schema = z.strictObject({ n: z.int("n is a whole number.") });

test.each([
  ["text/plain", "{}", "unsupported_media_type"],
  ["application/x-www-form-urlencoded", "n=1", "unsupported_media_type"],
  ["application/json; charset=utf-16", "{}", "unsupported_media_type"],
  ["application/json; charset=latin1", "{}", "unsupported_media_type"],
  ["", "{}", "unsupported_media_type"],
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
  const response = errorResponse(
    new Error("secret path /etc/passwd"),
    new Request("http://studio"),
  );
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain("passwd");
});

test.each([
  ["a lone byte", [0xff]],
  ["a text that ends within a letter", [0xf0, 0x9f, 0xa6]],
  ["half a surrogate pair", [0xed, 0xa0, 0x80]],
  ["an overlong letter", [0xc0, 0xaf]],
])(
  "a body that is no UTF-8 is refused, and never changed into another text: %s",
  async (_name, bytes) => {
    const body = Buffer.concat([Buffer.from('{"n":"'), Buffer.from(bytes), Buffer.from('"}')]);
    await expect(readJson(post({}, body), schema)).rejects.toMatchObject({
      code: "invalid_json",
      message: "The body is not valid UTF-8.",
    });
  },
);

test("UTF-8 is read whatever mark it begins with, and however it is named", async () => {
  const body = Buffer.from('\ufeff{"n":1}');
  for (const type of ["application/json; charset=utf-8", 'application/json;charset="UTF-8"']) {
    expect(await readJson(post({ "content-type": type }, body), schema)).toEqual({ n: 1 });
  }
});

test("a compressed body is refused by its name, not as broken JSON", async () => {
  const sent = post({ "content-encoding": "gzip" }, Buffer.from([0x1f, 0x8b, 8]));
  await expect(readJson(sent, schema)).rejects.toMatchObject({ code: "unsupported_media_type" });
});

test.each([
  ['{"n":"a\\u0000b"}', "n"],
  ['{"list":[{"deep":"\\ud83d"}]}', "list.0.deep"],
  ['{"n":1e999}', "n"],
])("what cannot be kept is refused at its field, before any schema: %s", async (body, field) => {
  await expect(readJson(post({}, body), z.unknown())).rejects.toMatchObject({
    code: "invalid_request",
    field,
  });
});

test("a body whose sender goes away is the sender's fault, not the database's", async () => {
  const gone = Object.assign(new Error("aborted"), { code: "ECONNRESET" });
  const body = new ReadableStream({ pull: (controller) => controller.error(gone) });
  const headers = { "content-type": "application/json" };
  const sent = { method: "POST", body, headers, duplex: "half" };
  await expect(readJson(new Request("http://localhost/api", sent), schema)).rejects.toMatchObject({
    code: "invalid_json",
  });
});

test.each([
  ["before=%ff", "before"],
  ["limit=1&before=%ED%A0%80", "before"],
  ["before=%00", "before"],
  ["%ff=1", "\ufffd"],
  ["before=%", "before"],
])("the query %s is refused, naming the parameter", (query, field) => {
  const request = new Request(`http://localhost/api/images?${query}`);
  expect(() => readQuery(request)).toThrow(
    expect.objectContaining({ code: "invalid_request", field }),
  );
});

test("a query of well-formed text is read as it is", () => {
  const query = readQuery(new Request("http://localhost/api?a=%F0%9F%A6%8A+fox&b=&c"));
  expect([...query]).toEqual([
    ["a", "🦊 fox"],
    ["b", ""],
    ["c", ""],
  ]);
});

test("what a schema finds wrong is said in the words that it names, with its limits", () => {
  const schema = z.object({ n: z.number().max(5_000, "refusals.limitMax" satisfies MessageKey) });
  expect(() => parseRequest(schema, { n: 5_001 })).toThrow("limit is at most 5,000.");
});

test("an answer says the words of whoever asked, and English to those whose language there is none of", async () => {
  const headers = { "accept-language": "tlh" };
  const refusal = new AppError("not_found", say("refusals.noPress"));
  const answer = await errorResponse(refusal, new Request("http://studio", { headers })).json();
  expect(answer).toEqual({ error: { code: "not_found", message: "There is no such press." } });
});
