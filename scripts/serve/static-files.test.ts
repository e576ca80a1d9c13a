import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, get, type IncomingMessage, type OutgoingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { compressStatic } from "../build/compress-static.ts";
import { readStaticFiles } from "./static-files.ts";

const script = `export const words = ${JSON.stringify("a fox in the snow, ".repeat(400))};`;
const open: Record<string, (body: Buffer) => Buffer> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
  none: (body) => body,
};

/** The files of a build, served; what is none of them is answered 404. */
async function serve() {
  const folder = await mkdtemp(path.join(tmpdir(), "atelier-static-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(path.join(folder, "chunks"));
  await writeFile(path.join(folder, "chunks/a.js"), script);
  await writeFile(path.join(folder, "chunks/a.css"), "a { color: red }");
  await writeFile(path.join(folder, "chunks/not-packed.js"), script);
  await compressStatic(folder);
  await rm(path.join(folder, "chunks/not-packed.js.br"));

  const answer = readStaticFiles(folder);
  const server = createServer((request, response) => {
    if (!answer(request, response)) response.writeHead(404).end();
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const { port } = Object(server.address());

  const ask = async (address: string, headers: OutgoingHttpHeaders = {}, method = "GET") => {
    const request = get({ port, host: "127.0.0.1", path: address, method, headers, agent: false });
    const [response]: IncomingMessage[] = await once(request, "response");
    if (!response) throw new Error("no answer");
    const body = await buffer(response);
    return { status: response.statusCode, headers: response.headers, body };
  };
  return { ask, folder };
}

test.each([
  ["gzip, deflate, br, zstd", "br"],
  ["gzip, deflate", "gzip"],
  ["BR;q=1.0, gzip;q=0.5", "br"],
  ["br;q=0, gzip", "gzip"],
  ["br;q=0.0, gzip; q=0", "none"],
  ["brotli, x-gzip", "none"],
  ["", "none"],
])('who accepts "%s" is sent %s, and it is the file', async (accepted, encoding) => {
  const { ask } = await serve();
  const { status, headers, body } = await ask("/_next/static/chunks/a.js?dpl=1", {
    "accept-encoding": accepted,
  });
  expect(status).toBe(200);
  expect(headers["content-encoding"] ?? "none").toBe(encoding);
  expect(open[encoding]?.(body).toString()).toBe(script);
  expect(headers).toMatchObject({
    "content-length": String(body.length),
    "content-type": "application/javascript; charset=UTF-8",
    "cache-control": "public, max-age=31536000, immutable",
    vary: "Accept-Encoding",
  });
});

test("a style sheet is one, and HEAD says what GET would send, without a body", async () => {
  const { ask } = await serve();
  const { headers } = await ask("/_next/static/chunks/a.css");
  expect(headers["content-type"]).toBe("text/css; charset=UTF-8");
  const head = await ask("/_next/static/chunks/a.js", { "accept-encoding": "br" }, "HEAD");
  expect(head.body).toHaveLength(0);
  expect(Number(head.headers["content-length"])).toBeGreaterThan(0);
});

test.each([
  "/_next/static/chunks/not-packed.js",
  "/_next/static/chunks/a.js.br",
  "/_next/static/chunks",
  "/_next/static/chunks/../chunks/a.js",
  "/chunks/a.js",
  "/",
])("what is none of the files is left to Next: %s", async (address) => {
  const { ask } = await serve();
  expect((await ask(address)).status).toBe(404);
});

test("a build that is made beside a running studio takes nothing from its pages", async () => {
  const { ask, folder } = await serve();
  await rm(folder, { recursive: true });
  expect((await ask("/_next/static/chunks/a.js")).body.toString()).toBe(script);
});
