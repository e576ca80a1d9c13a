import { headersFault } from "#lib/gateways/connection/gateway-headers.ts";
import type { GatewayEnv } from "#lib/gateways/connection/resolve-connection.ts";
import { readBaseUrl } from "#lib/meshapi/transport/read-base-url.ts";
import { AppError } from "#lib/platform/errors.ts";

/** Checks the gateway's address and headers in the environment, as the screen and the API do. Throws, naming the setting. */
export function checkGatewayEnv({ MESHAPI_BASE_URL, MESHAPI_HEADERS }: GatewayEnv): void {
  const read = MESHAPI_BASE_URL ? readBaseUrl(MESHAPI_BASE_URL) : null;
  if (read && !read.ok) throw wrong("MESHAPI_BASE_URL", read.message);

  const fault = headersFault(MESHAPI_HEADERS ?? {});
  if (fault) throw wrong("MESHAPI_HEADERS", fault);
}

function wrong(name: string, message: string): AppError {
  return new AppError("invalid_request", `The setting ${name} is wrong: ${message}`, {
    field: name,
  });
}
