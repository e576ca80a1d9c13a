import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import { onTestFinished } from "vitest";

/** A server on every address of this machine, for one test, and what it was asked. */
export async function serve(
  listener: RequestListener,
): Promise<{ port: number; requests: IncomingMessage[] }> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    listener(request, response);
  }).listen(0, "0.0.0.0");
  await once(server, "listening");
  onTestFinished(() => void server.close().closeAllConnections());

  const address = server.address();
  return { port: typeof address === "object" && address ? address.port : 0, requests };
}
