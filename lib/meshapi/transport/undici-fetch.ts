import { Agent, buildConnector } from "undici";
import type { Fetch } from "./fetch.ts";
import { NotConnectedError } from "./not-connected-error.ts";

export interface UndiciFetchOptions {
  /** Default: 10 seconds. */
  connectTimeoutMs?: number;
}

/**
 * A `fetch` of which it can be said whether a request was sent. The platform's own cannot: it repeats a POST
 * by itself after a 421, and gives up on a slow answer's headers after 300 seconds.
 */
export function createUndiciFetch({ connectTimeoutMs = 10_000 }: UndiciFetchOptions = {}): Fetch {
  const agent = new Agent({
    connect: createConnector(connectTimeoutMs),
    // The caller's deadline and the stream's silence decide; undici's limits would fire first, or never.
    headersTimeout: 0,
    bodyTimeout: 0,
    // Each request has a connection of its own. An idle one, closed by the server at the instant it is used again,
    // cannot be told from a lost paid request; a handshake is little beside the seconds that a picture takes.
    pipelining: 0,
    allowH2: false,
    // Gateways hand on what their providers and proxies add; Node's own limit of 16 KB loses the whole answer.
    maxHeaderSize: 256 * 1024,
  });

  return async (url, { method, headers, body, signal }) => {
    const { origin, pathname, search } = new URL(url);
    const response = await agent.request({
      origin,
      path: `${pathname}${search}`,
      method,
      headers,
      body: body ?? null,
      signal,
    });

    return {
      status: response.statusCode,
      headers: { get: (name) => textOf(name, response.headers[name.toLowerCase()]) },
      body: response.body,
    };
  };
}

/** Marks whatever goes wrong before the connection stands, a TLS handshake that is dropped among it. */
function createConnector(timeoutMs: number): buildConnector.connector {
  const connect = buildConnector({ timeout: timeoutMs, allowH2: false });

  return (options, callback) =>
    connect(options, (...[error, socket]) => {
      if (error) return callback(new NotConnectedError(error.message, { cause: error }), null);
      callback(null, socket);
    });
}

/** Of a header that is there several times the first counts, but every proxy that encodes adds its own. */
function textOf(name: string, value: string | string[] | undefined): string | null {
  if (!Array.isArray(value)) return value ?? null;
  return name.toLowerCase() === "content-encoding" ? value.join(", ") : (value[0] ?? null);
}
