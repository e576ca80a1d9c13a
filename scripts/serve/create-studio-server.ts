import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { describeError, log } from "#lib/platform/log/log.server.ts";
import { addHeaders, safeHeaders } from "./add-headers.ts";
import { answerShare, isShare } from "./answer-share.ts";
import { findFault } from "./find-fault.ts";
import { type Refusal, sendRefusal, toJson } from "./refusal.ts";
import { restateErrors } from "./restate-errors.ts";

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<unknown>;

/**
 * An idle connection is told to last 5 s, and lasts longer: with Node's own second more, on a machine that is slow, it ends now and then
 * at the moment when it is used again. Not much longer: of one that has died without a word, a browser learns by its end.
 */
const idle = { keepAliveTimeout: 5_000, keepAliveTimeoutBuffer: 5_000 };

const internal: Refusal = {
  status: 500,
  code: "internal",
  message: "Something went wrong here. The log has the details.",
};

/**
 * The server around Next: what no route would see (a request that is none, an address that cannot be read, an unknown method) is
 * answered here, and every answer, Next's own errors too, is in the studio's form and carries its headers.
 */
export function createStudioServer({ dev, handle }: { dev: boolean; handle: Handle }): Server {
  // A request without a Host is ours to refuse, in our form. Only Next's development server speaks another protocol.
  const server = createServer({
    ...idle,
    requireHostHeader: false,
    shouldUpgradeCallback: () => dev,
  });

  server.on("request", async (request, response) => {
    addHeaders(response);
    // Node keeps a connection that was busy when the server was closed, and would serve it for as long as it is used.
    if (!server.listening) response.shouldKeepAlive = false;
    useOwnAddress(request);
    if (isShare(request)) return answerShare(response);
    const fault = findFault(request, { dev });
    if (fault) return sendRefusal(request, response, fault);

    restateErrors(request, response);
    try {
      await handle(request, response);
    } catch (error) {
      log("error", "a request failed outside its route", { error: describeError(error) });
      if (!response.headersSent) sendRefusal(request, response, internal);
    }
  });
  server.on("checkExpectation", (request, response) => {
    addHeaders(response);
    const message = "Nothing is promised beforehand here.";
    sendRefusal(request, response, { status: 417, code: "expectation_failed", message });
  });
  server.on("connect", (_request, socket) => refuseRaw(socket, 405));
  server.on("clientError", (error, socket) => refuseRaw(socket, statusOf(error)));
  return server;
}

/** A request may name the whole address, which then counts in place of its Host. Nobody reads a part of a file here. */
function useOwnAddress(request: IncomingMessage): void {
  delete request.headers.range;
  if (!/^https?:\/\//i.test(request.url ?? "")) return;
  if (!URL.canParse(request.url ?? "")) return;

  const { host, pathname, search } = new URL(request.url ?? "");
  request.headers.host = host;
  request.url = pathname + search;
}

function statusOf(error: Error): number {
  const code = "code" in error ? error.code : undefined;
  if (code === "HPE_HEADER_OVERFLOW") return 431;
  return code === "ERR_HTTP_REQUEST_TIMEOUT" ? 408 : 400;
}

const rawRefusals: Record<number, { reason: string; code: string; message: string }> = {
  400: {
    reason: "Bad Request",
    code: "bad_request",
    message: "This is no request that can be read.",
  },
  405: {
    reason: "Method Not Allowed",
    code: "method_not_allowed",
    message: "The studio is no proxy.",
  },
  408: {
    reason: "Request Timeout",
    code: "request_timeout",
    message: "The request took too long to arrive.",
  },
  431: {
    reason: "Request Header Fields Too Large",
    code: "headers_too_large",
    message: "The address and the headers are too long.",
  },
};

/** Answers where there is no request to answer: what came could not be read as one. */
function refuseRaw(socket: Duplex, status: number): void {
  const refusal = rawRefusals[status];
  if (!refusal || !socket.writable) {
    socket.destroy();
    return;
  }

  const { reason, ...words } = refusal;
  const { type, text } = toJson({ status, ...words });
  const headers = {
    ...safeHeaders,
    "Content-Type": type,
    "Content-Length": Buffer.byteLength(text),
    Connection: "close",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${status} ${reason}\r\n${lines.join("\r\n")}\r\n\r\n${text}`);
}
