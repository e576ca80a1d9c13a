import { readdir, readFile } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import path from "node:path";
import { createStudioApi, gatewayAddress } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";

/** Sends a request with headers that browsers and fetch do not let one set; resolves with its status. */
function statusOf(
  url: string,
  options: { method?: string; headers: Record<string, string> },
): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(url, options, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on("error", reject).end();
  });
}

const pages = ["/", "/gallery", "/settings"];
const routes = [
  "/api/generations",
  "/api/images",
  "/api/gateways",
  "/api/settings",
  "/api/models",
  "/api/health",
  "/api/events?after=0",
];

test("a foreign Host gets 403 from every page and every route", async ({ studio }) => {
  for (const address of [...pages, "/nothing", ...routes]) {
    const status = await statusOf(studio.url + address, { headers: { Host: "rebound.example" } });
    expect(status, address).toBe(403);
  }
});

test("a change from a foreign Origin, from none, or from a form gets 403 or 415", async ({
  studio,
}) => {
  const json = { "Content-Type": "application/json", "Idempotency-Key": "forged-1" };
  for (const address of ["/api/batches", "/api/gateways/test"]) {
    const send = (headers: Record<string, string>) =>
      statusOf(studio.url + address, { method: "POST", headers });
    expect(await send({ ...json, Origin: "https://evil.example" })).toBe(403);
    expect(await send({ ...json, Origin: "null" })).toBe(403);
    expect(await send(json)).toBe(403);
    expect(
      await send({
        Origin: studio.url,
        "Content-Type": "text/plain",
        "Idempotency-Key": "forged-1",
      }),
    ).toBe(415);
  }
});

test("every page has a policy with a nonce of its own, the one that is not there too", async ({
  request,
  studio,
}) => {
  const nonces = new Set<string>();
  for (const address of [...pages, "/nothing", "/gallery/01a203a9-2ab5-721a-845c-aacf15e552fa"]) {
    const response = await request.get(studio.url + address);
    const headers = response.headers();
    const policy = headers["content-security-policy"] ?? "";
    const nonce = /script-src 'self' 'nonce-([^']+)' 'strict-dynamic';/.exec(policy)?.[1] ?? "";
    nonces.add(nonce);

    expect(policy, address).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe-eval");
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'; style-src-attr 'unsafe-inline'`);
    expect(headers["referrer-policy"]).toBe("same-origin");
    expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
    expect(headers["x-powered-by"]).toBeUndefined();
    const scripts = (await response.text()).match(/<script[^>]*>/g) ?? [];
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
  }
  expect(nonces.size).toBe(5);
});

test("a picture's bytes come with their sniffed type, and nothing in them can run", async ({
  request,
  studio,
}) => {
  const api = createStudioApi(request, studio.url);
  const { images } = await api.make({ prompt: 'a fox "; drop=.exe', size: "64x64" });
  const response = await request.get(`${studio.url}/api/images/${images[0]?.id}/original?download`);

  expect(response.headers()).toMatchObject({
    "content-type": "image/png",
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "private, max-age=31536000, immutable",
    "content-disposition": expect.stringMatching(
      /^attachment; filename="?a-fox-drop-exe-[0-9a-f]{8}\.png"?$/,
    ),
  });
});

test("Next's image optimizer is off", async ({ request, studio }) => {
  const response = await request.get(`${studio.url}/_next/image?url=%2Ficon-180.png&w=64&q=75`);
  expect(response.status()).toBeGreaterThanOrEqual(400);
  expect(response.status()).toBeLessThan(500);
});

test("a gateway key is in no answer, no log line, no bundle and no file", async ({
  request,
  studio,
  gateway,
}) => {
  const canary = "rsk_canary0123456789abcdefWXYZ";
  const api = createStudioApi(request, studio.url);
  const change = (data: object) =>
    request.patch(`${studio.url}${gatewayAddress}`, {
      data,
      headers: { Origin: studio.url },
    });
  const answers = [await change({ apiKey: canary })];
  answers.push(await api.post(`${gatewayAddress}/test`, {}));
  const generation = await api.make({ prompt: "a fox" });
  for (const address of [
    ...pages,
    "/api/gateways",
    "/api/settings",
    "/api/models",
    `/api/generations/${generation.id}`,
  ]) {
    answers.push(await request.get(studio.url + address));
  }
  const texts = await Promise.all(answers.map((answer) => answer.text()));
  const { gateways } = await (await request.get(`${studio.url}/api/gateways`)).json();
  await change({ apiKey: null });

  expect(gateways[0].connection.keyLast4).toBe("WXYZ");
  expect(gateway.ledger().requests.length).toBeGreaterThan(0);
  for (const text of [...texts, studio.output()]) expect(text).not.toContain(canary);
  for (const folder of [studio.dataDir, path.join(import.meta.dirname, "../../.next/static")]) {
    for (const file of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      const bytes = await readFile(path.join(file.parentPath, file.name));
      expect(bytes.includes(canary), file.name).toBe(false);
    }
  }
});

const hostile = [
  "<script>window.hacked = true</script>",
  '<img src=x onerror="window.hacked = true">',
  "javascript:window.hacked=true",
  "{{constructor.constructor('window.hacked=true')()}}",
  "</title><svg onload=window.hacked=true>",
];

test("prompts are data: nothing in them runs, on any screen", async ({ page, request, studio }) => {
  const api = createStudioApi(request, studio.url);
  for (const prompt of hostile) {
    const { images } = await api.make({ prompt, size: "64x64" });
    for (const address of ["/", "/gallery", `/gallery/${images[0]?.id}`]) {
      await page.goto(address);
      await expect(page.getByRole("main")).toBeVisible();
      expect(await page.evaluate(() => Reflect.get(window, "hacked"))).toBeUndefined();
    }
  }
});
