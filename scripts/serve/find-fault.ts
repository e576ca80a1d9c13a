import type { IncomingMessage } from "node:http";
import { isApi, type Refusal } from "./refusal.ts";

const apiMethods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** Pages and files are only read: there are no Server Actions. */
const pageMethods = ["GET", "HEAD"];

/** What Next's development server asks of itself. */
const devAddress = /^\/__nextjs/;

/**
 * What is wrong with a request, whatever route it is for; null when nothing is. Next would answer some of these with a 500 in
 * plain text, and others as if the address were another.
 */
export function findFault(request: IncomingMessage, { dev }: { dev: boolean }): Refusal | null {
  const { method = "", url = "" } = request;
  if ((request.headersDistinct["host"]?.length ?? 0) > 1)
    return badRequest("The host is named twice.");
  if (!isAddress(url)) return badRequest("This address is not well formed.");

  const methods = isApi(request) ? apiMethods : pageMethods;
  if (methods.includes(method) || (dev && devAddress.test(url))) return null;

  return {
    status: 405,
    code: "method_not_allowed",
    message: "This method is not one of this address.",
    allow: methods.join(", "),
  };
}

/** A path that decodes to text, with no segment that means another place, and nothing that is no letter of an address. */
function isAddress(url: string): boolean {
  const [path = ""] = url.split("?");
  if (!path.startsWith("/")) return false;

  const text = decode(path);
  if (text === null || hasControl.test(text) || text.includes("\\")) return false;
  return !text.split("/").some((segment) => segment === "." || segment === "..");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const hasControl = /[\u0000-\u001f\u007f-\u009f]/;

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

function badRequest(message: string): Refusal {
  return { status: 400, code: "bad_request", message };
}
