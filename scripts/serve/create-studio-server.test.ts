import { once } from "node:events";
import { connect } from "node:net";
import { text as readText } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { createStudioServer } from "./create-studio-server.ts";

type Handle = Parameters<typeof createStudioServer>[0]["handle"];

const safe = {
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "referrer-policy": "same-origin",
  "content-security-policy": expect.stringContaining("default-src 'none'"),
};

/** A server around something that answers as Next does, and what it says to bytes that are sent to it as they are. */
async function serve(handle: Handle = async (_request, response) => response.end("reached")) {
  const server = createStudioServer({ dev: false, handle }).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const port = Number(Object(server.address()).port);

  return async (text: string) => {
    const socket = connect(port, "127.0.0.1").end(Buffer.from(text, "latin1"));
    const [head = "", body = ""] = (await readText(socket)).split("\r\n\r\n");
    const [first = "", ...lines] = head.split("\r\n");
    const pairs = lines.map((line): [string, string] => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    });
    expect(new Set(pairs.map(([name]) => name)).size, "headers that stand twice").toBe(
      pairs.length,
    );
    return { status: Number(first.split(" ")[1]), headers: Object.fromEntries(pairs), body };
  };
}

const rest = "Host: 127.0.0.1\r\nConnection: close\r\n\r\n";

test("an idle connection lasts well beyond what its user is told", async () => {
  const send = await serve();
  const { headers } = await send("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
  expect(headers["keep-alive"]).toBe("timeout=5");
  const { keepAliveTimeoutBuffer } = createStudioServer({ dev: false, handle: async () => {} });
  expect(keepAliveTimeoutBuffer).toBeGreaterThanOrEqual(5_000);
});

test.each([
  ["a byte that is no UTF-8", "GET /gallery/%ff"],
  ["half a surrogate pair", "GET /gallery/%ED%A0%80"],
  ["an overlong slash", "GET /api/images/%c0%af"],
  ["a lone percent sign", "GET /api/images/%"],
  ["a NUL", "GET /api/images/%00"],
  ["a line break", "GET /gallery/a%0d%0ab"],
  ["two dots", "GET /api/images/%2e%2e"],
  ["two dots as they are", "GET /_next/static/../../package.json"],
  ["a backslash", "GET /\\evil.example"],
  ["an address that is none", "GET *"],
  ["a raw byte", "GET /gallery/\xff"],
  ["a space", "GET /gallery/a b"],
  ["a method in small letters", "get /"],
  ["a method nobody knows", "MAKE /"],
  ["a version nobody knows", "GET / HTTP/9.9\r\nX: 1"],
])("400 for %s, in JSON and with every header", async (_name, line) => {
  const send = await serve();
  const { status, headers, body } = await send(
    `${line}${line.includes("HTTP/9") ? "" : " HTTP/1.1"}\r\n${rest}`,
  );
  expect(status).toBe(400);
  expect(headers).toMatchObject({ ...safe, "content-type": "application/json" });
  expect(JSON.parse(body)).toMatchObject({
    error: { code: "bad_request", message: expect.stringMatching(/\S/) },
  });
});

test.each(["TRACE /", "TRACE /api/images", "PROPFIND /api/images", "POST /", "DELETE /icon.svg"])(
  "405 for %s, with the methods that would do",
  async (line) => {
    const send = await serve();
    const { status, headers, body } = await send(`${line} HTTP/1.1\r\n${rest}`);
    expect(status).toBe(405);
    expect(headers).toMatchObject({ ...safe, allow: expect.stringMatching(/^GET, HEAD/) });
    expect(JSON.parse(body).error.code).toBe("method_not_allowed");
  },
);

test("what is shared to a browser without a worker leads to the studio, which says that it was lost", async () => {
  const send = await serve();
  const body = "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 5\r\n";
  const { status, headers } = await send(`POST /share HTTP/1.1\r\n${body}${rest}--x--`);
  expect(status).toBe(303);
  expect(headers).toMatchObject({ ...safe, location: "/?shared=lost" });
});

test.each([
  ["CONNECT evil.example:443 HTTP/1.1", 405],
  [`GET /?${"x".repeat(20_000)} HTTP/1.1`, 431],
  [`GET / HTTP/1.1\r\nX: ${"x".repeat(20_000)}`, 431],
  ["POST /api/images HTTP/1.1\r\nContent-Length: many", 400],
  ["POST /api/images HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked", 400],
  ["GET / HTTP/1.1\r\nHost: evil.example", 400],
  ["GET / HTTP/1.1\r\nExpect: wonders", 417],
  ["\x16\x03\x01\x02\x00\x01\x00", 400],
])("what is sent as %j gets %i, in JSON and with every header", async (text, expected) => {
  const send = await serve();
  const { status, headers, body } = await send(`${text}\r\n${rest}`);
  expect(status).toBe(expected);
  expect(headers).toMatchObject(safe);
  expect(JSON.parse(body).error.message).toMatch(/\S/);
});

test("a person who looks at a malformed address gets a page, and nothing of the address is in it", async () => {
  const send = await serve();
  const { status, headers, body } = await send(
    `GET /gallery/%ff<script> HTTP/1.1\r\nAccept: text/html,*/*\r\n${rest}`,
  );
  expect(status).toBe(400);
  expect(headers).toMatchObject({ ...safe, "content-type": "text/html; charset=utf-8" });
  expect(body).toContain("not well formed");
  expect(body).not.toContain("script");
});

test("a request that names the whole address counts by that, and not by its Host", async () => {
  const send = await serve(async ({ headers, url }, response) =>
    response.end(`${headers.host} ${url}`),
  );
  const { body } = await send(`GET http://evil.example/gallery?a=1 HTTP/1.1\r\n${rest}`);
  expect(body).toBe("evil.example /gallery?a=1");
});

test("an answer keeps what it says of itself, and gets the rest", async () => {
  const send = await serve(async (_request, response) => {
    response.setHeader("Content-Security-Policy", "sandbox").setHeader("Content-Length", 5);
    response.writeHead(200, { "Referrer-Policy": "origin" }).end("bytes");
  });
  const { headers, body } = await send(`GET /api/x HTTP/1.1\r\n${rest}`);
  expect(headers).toMatchObject({
    ...safe,
    "content-security-policy": "sandbox",
    "referrer-policy": "origin",
  });
  expect(body).toBe("bytes");
});

const nextsOwn: [string, Handle, number, string][] = [
  [
    "in one piece",
    async (_request, response) => {
      response.statusCode = 500;
      response.end("Internal Server Error: /secret/path");
    },
    500,
    "internal",
  ],
  [
    "piece by piece",
    async (_request, response) => {
      response.statusCode = 404;
      response.setHeader("Content-Type", "text/plain; charset=utf-8").flushHeaders();
      response.write("/secret");
      response.end("/path");
    },
    404,
    "not_found",
  ],
  [
    "without a word",
    async (_request, response) => void response.writeHead(405, { Allow: "GET" }).end(),
    405,
    "method_not_allowed",
  ],
  ["by throwing", async () => Promise.reject(new Error("/secret/path")), 500, "internal"],
];

test.each(nextsOwn)(
  "an error that Next answers by itself %s is put into the studio's form",
  async (_name, handle, expected, code) => {
    const send = await serve(handle);
    const { status, headers, body } = await send(`GET /api/x HTTP/1.1\r\n${rest}`);
    expect(status).toBe(expected);
    expect(headers).toMatchObject({ ...safe, "content-type": "application/json" });
    expect(JSON.parse(body).error.code).toBe(code);
    expect(body).not.toContain("secret");
  },
);

test("an error that a route words itself passes as it is", async () => {
  const send = await serve(async (_request, response) => {
    response.writeHead(422, { "Content-Type": "application/json" }).end('{"error":1}');
  });
  const { status, body } = await send(`GET /api/x HTTP/1.1\r\n${rest}`);
  expect({ status, body: body.includes('{"error":1}') }).toEqual({ status: 422, body: true });
});
