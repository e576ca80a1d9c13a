import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "../fixtures/studio-fixture.ts";

const root = path.join(import.meta.dirname, "../..");
const id = "01a203a9-2ab5-721a-845c-aacf15e552fa";

/** The addresses of the files of a name in a folder; a part in brackets is an id. */
function addressesOf(folder: string, name: RegExp): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => name.test(`/${file}`))
    .map((file) => `/${file.replace(name, "")}`.replaceAll(/\[[^\]]+\]/g, id));
}

const pages = addressesOf("app", /\/?page\.tsx$/);
const routes = addressesOf("app", /\/route\.ts$/);
const files = addressesOf("public", /$/);

const safe = {
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "referrer-policy": "same-origin",
  "content-security-policy": expect.stringContaining("default-src"),
};

test("every page, every route, every file and everything that is none of them carries the safe headers", async ({
  request,
  studio,
}) => {
  const built = addressesOf(".next/static", /$/).filter((file) => /\.\w+$/.test(file));
  const missing = [
    "/nothing",
    "/favicon.ico",
    "/robots.txt",
    "/_next/static/none.js",
    "/_next/none",
    "/_next/image?url=%2Ficon-180.png&w=64&q=75",
    "/gallery/%ff",
    "/api/images/%ff",
  ];
  const all = [
    ...pages,
    ...routes,
    ...files,
    ...missing,
    ...built.map((file) => `/_next/static${file}`),
  ];
  expect(Math.min(pages.length, routes.length, files.length, built.length)).toBeGreaterThan(2);

  for (const address of all.filter((one) => one !== "/api/events")) {
    const response = await request.get(studio.url + address, { maxRedirects: 0 });
    expect(response.headers(), address).toMatchObject(safe);
    expect(response.status(), address).toBeLessThan(500);
  }
});

test("a method that a route has not is 405 in the studio's form", async ({ request, studio }) => {
  for (const address of routes) {
    const options = await request.fetch(studio.url + address, { method: "OPTIONS" });
    const allowed = options.headers()["allow"] ?? "";
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      if (allowed.includes(method)) continue;
      const response = await request.fetch(studio.url + address, {
        method,
        headers: { Origin: studio.url },
      });
      expect(response.status(), `${method} ${address}`).toBe(405);
      expect((await response.json()).error.code).toBe("method_not_allowed");
      expect(response.headers()).toMatchObject(safe);
    }
  }
});

test("a change that the browser says is another site's is refused, whatever its Origin", async ({
  request,
  studio,
}) => {
  const response = await request.post(`${studio.url}/api/pauses/resume`, {
    headers: { Origin: studio.url, "Sec-Fetch-Site": "cross-site" },
  });
  expect(response.status()).toBe(403);
  expect((await response.json()).error.message).toContain("another site");
});
