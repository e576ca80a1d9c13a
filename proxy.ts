import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { errorResponse } from "#lib/platform/http/http.server.ts";
import { checkHost } from "#lib/platform/http/own-host.server.ts";
import { getServerHost } from "#lib/platform/http/server-host.server.ts";

/** Every page, and what is not there; handlers under /api check for themselves, static files hold no secret. */
export const config = { matcher: ["/((?!api/|_next/static/).*)"] };

/** Refuses foreign host names, and gives each page a Content-Security-Policy with a nonce of its own. */
export function proxy(request: NextRequest): Response {
  const { HOST, ALLOWED_HOSTS, TRUSTED_NETWORK } = getServerHost().env;
  try {
    checkHost(request.headers, {
      host: HOST,
      allowedHosts: ALLOWED_HOSTS,
      trustedNetwork: TRUSTED_NETWORK,
    });
  } catch (error) {
    return errorResponse(error, request);
  }

  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  // Next reads the nonce from the first, our layout from the second.
  headers.set("Content-Security-Policy", policy);
  headers.set("x-nonce", nonce);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

/** Attributes may carry styles (React writes sizes and colours there); style elements and scripts need the nonce. */
function contentSecurityPolicy(nonce: string): string {
  // React's development build evaluates strings to rebuild the server's stack traces.
  const evaluation = process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
