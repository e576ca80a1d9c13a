import { createECDH } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { decryptMessage } from "./decrypt-message.ts";

export interface PushService {
  host: string;
  /** In the order in which they came. */
  received: { path: string; headers: Record<string, unknown>; message: unknown }[];
  /** What a browser says of itself that asks to be told there. */
  device(name: string): { endpoint: string; keys: { p256dh: string; auth: string } };
  /** The status of its answers; 201 at first. */
  answerWith(status: number): void;
  close(): void;
}

/** A push service and the browser behind it, as a real HTTP server: what it was sent, read with the browser's own keys. */
export async function startPushService(): Promise<PushService> {
  const browser = createECDH("prime256v1");
  const keys = { p256dh: browser.generateKeys("base64url"), auth: "BTBZMqHH6r4Tts7J_aSIgg" };
  const received: PushService["received"] = [];
  let status = 201;

  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    const text = decryptMessage(Buffer.concat(pieces), { browser, auth: keys.auth });
    const { url: path = "", headers } = request;
    received.push({ path, headers, message: JSON.parse(text) });
    response.writeHead(status).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = Object(server.address());

  return {
    host: `127.0.0.1:${port}`,
    received,
    device: (name) => ({ endpoint: `http://127.0.0.1:${port}/${name}`, keys }),
    answerWith(next) {
      status = next;
    },
    close: () => void server.close(),
  };
}
