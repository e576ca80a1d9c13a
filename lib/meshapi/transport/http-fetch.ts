import { isUtf8 } from "node:buffer";
import { type ClientRequest, type IncomingMessage, request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import type { LookupFunction } from "node:net";
import type { Fetch } from "./fetch.ts";
import { createLengthMender } from "./mend-lengths.ts";
import { NotConnectedError } from "./not-connected-error.ts";

export interface HttpFetchOptions {
  /** Default: 10 seconds. */
  connectTimeoutMs?: number;
  /** Looks up the host. Default: the system. */
  lookup?: LookupFunction | undefined;
}

/**
 * A `fetch` of which it can be said whether a request was sent, and that reads answers as leniently as browsers do. The
 * platform's own repeats a POST by itself after a 421, gives up on a slow answer's headers after 300 seconds, and leaves a paid
 * answer unread for a length that is told in two ways, or a "100 Continue" that it did not ask for.
 */
export function createHttpFetch({
  connectTimeoutMs = 10_000,
  lookup,
}: HttpFetchOptions = {}): Fetch {
  return async (url, { method, headers, body, signal }) => {
    const isSecure = url.startsWith("https:");
    const request = (isSecure ? requestSecure : requestPlain)(url, {
      method,
      headers,
      signal,
      ...(lookup ? { lookup } : {}),
      // Each request has a connection of its own. An idle one, closed by the server at the instant it is used again,
      // cannot be told from a lost paid request; a handshake is little beside the seconds that a picture takes.
      agent: false,
      // What a lenient parser lets through can only confuse the next answer of a connection, and there is none.
      insecureHTTPParser: true,
      // Gateways hand on what their providers and proxies add; Node's own limit of 16 KB loses the whole answer.
      maxHeaderSize: 256 * 1024,
    });
    const answer = answerOf(request, { isSecure, connectTimeoutMs });
    request.end(body);
    const response = await answer;

    return {
      status: response.statusCode ?? 0,
      headers: {
        get: (name) => textOf(name, response.headersDistinct[name.toLowerCase()]),
        keys: () => Object.keys(response.headersDistinct),
      },
      body: response,
    };
  };
}

/** Marks whatever goes wrong before the connection stands, a TLS handshake that is dropped among it. */
function answerOf(
  request: ClientRequest,
  { isSecure, connectTimeoutMs }: { isSecure: boolean; connectTimeoutMs: number },
): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  let isConnected = false;
  const fail = (error: Error) => {
    clearTimeout(timer);
    reject(isConnected ? error : new NotConnectedError(error.message, { cause: error }));
  };
  const timer = setTimeout(
    () => request.destroy(new Error("The connection did not stand in time.")),
    connectTimeoutMs,
  );

  request.once("socket", (socket) => {
    // The parser, which listens already, reads the same bytes.
    socket.prependListener("data", createLengthMender());
    socket.once(isSecure ? "secureConnect" : "connect", () => {
      isConnected = true;
      clearTimeout(timer);
    });
  });
  request.once("response", resolve);
  request.once("upgrade", (_response, socket) => {
    socket.destroy();
    fail(new Error("The server speaks another protocol."));
  });
  request.on("error", fail);
  request.once("close", () => fail(new Error("The connection was closed.")));
  return promise;
}

/**
 * Of a header that is there several times the first counts, but every proxy that encodes adds its own. Many write UTF-8, as
 * browsers read it.
 */
function textOf(name: string, values: string[] | undefined): string | null {
  if (!values) return null;
  const text = name.toLowerCase() === "content-encoding" ? values.join(", ") : (values[0] ?? "");
  const bytes = Buffer.from(text, "latin1");
  return isUtf8(bytes) ? bytes.toString() : text;
}
