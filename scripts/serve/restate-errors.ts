import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { prepareRefusal } from "./refusal.ts";

/** What is said for errors that Next answers by itself; of the others, the first that fits. */
const words = [
  { from: 500, code: "internal", message: "Something went wrong here. The log has the details." },
  { from: 405, code: "method_not_allowed", message: "This method is not one of this address." },
  { from: 404, code: "not_found", message: "There is nothing at this address." },
  { from: 400, code: "bad_request", message: "This request is not well formed." },
] as const;

/**
 * Puts errors that Next answers by itself, without a word or in plain text, into the studio's form. What a route or a page says of
 * its own is JSON or HTML, and passes.
 */
export function restateErrors(request: IncomingMessage, response: ServerResponse): void {
  const { writeHead, write, end } = response;
  let text: string | null = null;

  function restate(): void {
    if (text !== null || response.headersSent || !isBare(response)) return;

    const { statusCode: status } = response;
    const allow = response.getHeader("allow");
    const { code, message } = words.find(({ from }) => status >= from) ?? words[0];
    text = prepareRefusal(request, response, { status, code, message, allow: String(allow ?? "") });
  }

  Object.assign(response, {
    writeHead(status: number, ...further: (string | OutgoingHttpHeaders | undefined)[]) {
      response.statusCode = status;
      const headers = further.find((given) => typeof given === "object") ?? {};
      for (const [name, value = ""] of Object.entries(headers)) response.setHeader(name, value);
      restate();
      return Reflect.apply(writeHead, response, [response.statusCode]);
    },
    write(...parameters: unknown[]) {
      restate();
      return text === null ? Reflect.apply(write, response, parameters) : true;
    },
    end(...parameters: unknown[]) {
      restate();
      return Reflect.apply(end, response, text === null ? parameters : [text]);
    },
  });
}

function isBare(response: ServerResponse): boolean {
  const type = String(response.getHeader("content-type") ?? "");
  return response.statusCode >= 400 && (type === "" || type.startsWith("text/plain"));
}
