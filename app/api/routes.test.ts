import { beforeAll, describe, expect, test } from "vitest";
import { askRoute, findRoutes, unknownId } from "#app/api/test-routes.ts";
import { makeRows } from "#app/api/test-rows.ts";
import { openTestServices } from "#app/api/test-services.ts";
import { errorAnswerSchema } from "#lib/contract/error-answer.ts";

async function codeOf(response: Response): Promise<[number, string]> {
  const { error } = errorAnswerSchema.parse(await response.json());
  expect(error.message).toMatch(/\S/);
  return [response.status, error.code];
}

let foreignIds: string[];

beforeAll(async () => {
  const { services, close } = await openTestServices();
  foreignIds = Object.values(await makeRows(services.database.client));
  return close;
});

const all = await findRoutes();
const changes = all.filter(({ method }) => method !== "GET");
const withId = all.filter(({ name }) => name.includes("[id]"));
const withBody = changes.filter(({ takesBody }) => takesBody);

test("every route is found, and its methods", () => {
  expect(all.length).toBeGreaterThan(20);
  expect(withId.length).toBeGreaterThan(8);
  expect(withBody.length).toBeGreaterThan(3);
});

describe.each(all)("$method $name", (route) => {
  test.each(["rebound.example", "rebound.example:3000", ""])(
    "refuses the host %j",
    async (foreign) => {
      const response = await askRoute(route, { headers: { host: foreign } });
      expect(await codeOf(response)).toEqual([403, "forbidden_host"]);
    },
  );

  test.each(["?before=%ff", "?limit=%00", "?after=%ED%A0%80"])(
    "refuses the query %s, which is no text",
    async (query) => {
      const response = await askRoute(route, { query });
      expect(await codeOf(response)).toEqual([422, "invalid_request"]);
    },
  );
});

describe.each(changes)("$method $name", (route) => {
  test.each([
    { origin: "" },
    { origin: "null" },
    { origin: "https://evil.example" },
    { origin: "http://127.0.0.1:4000" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ])("refuses a change that another site asks for: %j", async (headers) => {
    const response = await askRoute(route, { headers, body: "{}" });
    expect(await codeOf(response)).toEqual([403, "forbidden_origin"]);
  });
});

describe.each(withId)("$method $name", (route) => {
  test.each([
    "1",
    "..",
    "a\0b",
    "\ud83d",
    unknownId.toUpperCase(),
    ` ${unknownId}`,
    "x".repeat(9_000),
  ])("says that %j, which is no id, is not there", async (id) => {
    const response = await askRoute(route, { params: { id }, body: bodyFor(route.method) });
    expect(await codeOf(response)).toEqual([404, "not_found"]);
  });

  test("says of somebody else's id, and of one that nobody has, that it is not there", async () => {
    for (const id of [...foreignIds, unknownId]) {
      const response = await askRoute(route, { params: { id }, body: bodyFor(route.method) });
      // What takes a body may find that wrong first; it says nothing of the id then.
      const [status, code] = await codeOf(response);
      if (route.takesBody && code === "invalid_request") continue;
      expect([status, code]).toEqual([404, "not_found"]);
    }
  });
});

describe.each(withBody)("$method $name", (route) => {
  test.each([
    ["of no type", "", "{}", 415],
    ["of a form", "application/x-www-form-urlencoded", "a=1", 415],
    ["of plain text", "text/plain", "{}", 415],
    ["that is no JSON", "application/json", "{a:1}", 400],
    ["that is empty", "application/json", "", 400],
    ["that is no UTF-8", "application/json", Buffer.from([0x22, 0xff, 0x22]), 400],
    ["that is no object", "application/json", "[]", 422],
    ["with a NUL in a name", "application/json", '{"a\\u0000":1}', 422],
    ["with half a character", "application/json", '{"prompt":"\\ud83d"}', 422],
    ["with an unknown field", "application/json", '{"nonsense":1}', 422],
    ["that is too large", "application/json", `"${"x".repeat(1_000_000)}"`, 413],
  ])("refuses a body %s", async (_name, type, body, status) => {
    const response = await askRoute(route, { headers: { "content-type": type }, body });
    expect((await codeOf(response))[0]).toBe(status);
  });
});

/** GET has none. */
function bodyFor(method: string): BodyInit | undefined {
  return method === "GET" ? undefined : "{}";
}
