import { once } from "node:events";
import type { Server } from "node:http";
import type { Env } from "#lib/platform/env.server.ts";
import { AppError } from "#lib/platform/errors.ts";

/** Binds the address of the settings and answers its URL. Throws an `AppError` that says what to do when it is taken. */
export async function listen(server: Server, { HOST, PORT }: Env): Promise<string> {
  server.listen(PORT, HOST);
  try {
    await once(server, "listening");
  } catch (cause) {
    throw new AppError("unavailable", sayWhy(cause, `${HOST}:${PORT}`), { cause });
  }

  const address = server.address();
  const port = typeof address === "object" && address ? address.port : PORT;
  return `http://${toUrlHost(HOST)}:${port}`;
}

function sayWhy(cause: unknown, address: string): string {
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  if (code === "EADDRINUSE") {
    return `${address} is taken by another program. Stop that one, or choose another port: PORT=3001 npm start`;
  }
  if (code === "EACCES") {
    return `This user may not listen on ${address}. Choose a port above 1023: PORT=3000 npm start`;
  }
  return `Cannot listen on ${address} (${String(code)}). Check HOST and PORT.`;
}

/** An address that a browser can open: the two that mean "all" are none, and IPv6 wears brackets. */
function toUrlHost(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}
