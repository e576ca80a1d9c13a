import { afterAll, beforeAll, expect, test } from "vitest";
import { askRoute, findRoutes } from "#app/api/test-routes.ts";
import { makeRows } from "#app/api/test-rows.ts";
import { openTestServices } from "#app/api/test-services.ts";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";

const routes = await findRoutes();
let close: () => Promise<void>;
let imageId: string;

beforeAll(async () => {
  const opened = await openTestServices();
  close = opened.close;
  imageId = (await makeRows(opened.services.database.client, userId)).imageId;
});
afterAll(() => close());

async function ask(path: string, query: string) {
  const route = routes.find(({ endpoint }) => endpoint === `GET ${path}`);
  if (!route) throw new Error(`there is no route ${path}`);
  const response = await askRoute(route, { query });
  return { status: response.status, answer: await response.json() };
}

test("a search gives a page, a count and facets of what it finds", async () => {
  expect(await ask("/api/images", "?q=fox")).toMatchObject({
    status: 200,
    answer: { images: [{ id: imageId }] },
  });
  expect(await ask("/api/images", "?q=badger")).toMatchObject({ answer: { images: [] } });
  expect(await ask("/api/images/count", "?q=fox")).toEqual({
    status: 200,
    answer: { count: 1, isCapped: false },
  });
  expect(await ask("/api/images/facets", "?q=fox")).toMatchObject({
    answer: { count: 1, shape: [{ value: "square", count: 1 }] },
  });
  expect(await ask("/api/images/count", "?q=fox&favorites=true")).toMatchObject({
    answer: { count: 0 },
  });
});

test.each(["/api/images", "/api/images/count", "/api/images/facets"])(
  "%s names the part of a search that cannot be, and says how it is written",
  async (path) => {
    expect(await ask(path, "?q=fox%20before:yesterday")).toEqual({
      status: 422,
      answer: {
        error: {
          code: "invalid_request",
          field: "q",
          message:
            "yesterday does not go with before: Write a year, a month or a day, as before:2026-01-31.",
        },
      },
    });
    expect(await ask(path, `?q=${"x".repeat(1_001)}`)).toMatchObject({ status: 422 });
    expect(await ask(path, "?q=fox&timeZone=Nowhere")).toMatchObject({ status: 422 });
  },
);
