import type { IncomingMessage, ServerResponse } from "node:http";

/** An answer that says no, by the process itself and not by a route. */
export interface Refusal {
  status: number;
  code: string;
  message: string;
  /** The methods that would do, for 405. */
  allow?: string;
}

/** Sends a refusal: as a page to whoever looks at the address, as the studio's JSON error to everybody else. */
export function sendRefusal(
  request: IncomingMessage,
  response: ServerResponse,
  refusal: Refusal,
): void {
  response.end(prepareRefusal(request, response, refusal));
}

/** The same, but for the body, which is returned. */
export function prepareRefusal(
  request: IncomingMessage,
  response: ServerResponse,
  refusal: Refusal,
): string {
  const isPage = !isApi(request) && (request.headers.accept ?? "").includes("text/html");
  const { type, text } = isPage ? toPage(refusal) : toJson(refusal);
  // What was meant for another answer says nothing of this one.
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  if (refusal.allow) response.setHeader("Allow", refusal.allow);
  response.statusCode = refusal.status;
  response.setHeader("Content-Type", type);
  response.setHeader("Content-Length", Buffer.byteLength(text));
  response.setHeader("Cache-Control", "no-store");
  return text;
}

/** Whether an address is one of the routes that answer JSON. */
export function isApi({ url = "" }: IncomingMessage): boolean {
  return /^\/api(?:[/?]|$)/.test(url);
}

/** The studio's JSON error, as text. */
export function toJson({ code, message }: Refusal): { type: string; text: string } {
  return { type: "application/json", text: JSON.stringify({ error: { code, message } }) };
}

/** A page without a style: its policy allows none. `message` is ours, and holds nothing of the request's. */
function toPage({ message }: Refusal): { type: string; text: string } {
  return {
    type: "text/html; charset=utf-8",
    text: `<!DOCTYPE html>
<html lang="en"><head><meta name="viewport" content="width=device-width"><title>Atelier</title></head>
<body><h1>${message}</h1><p><a href="/">To the studio</a></p></body></html>
`,
  };
}
