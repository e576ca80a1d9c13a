import type { IncomingMessage, ServerResponse } from "node:http";
import { type ErrorBodyOptions, errorBody } from "./error-body.ts";

/** One request and its answer. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  requestId: string;
  /** Aborts when the connection is gone. */
  signal: AbortSignal;
}

/** Answers with JSON. */
export function sendJson({ response }: Exchange, status: number, json: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(json));
}

/** Answers with MeshAPI's error. */
export function sendError(exchange: Exchange, status: number, error: ErrorBodyOptions): void {
  const json = { ...JSON.parse(errorBody(error)), request_id: exchange.requestId };
  sendJson(exchange, status, json);
}

/** Reads the body of a request as text. */
export async function readRequestBody({ request }: Exchange): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);

  return Buffer.concat(pieces).toString();
}
