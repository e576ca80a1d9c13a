import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { findFreePort } from "../fake-gateway/find-free-port.ts";

/** The way from a browser to a studio, which a test can break. */
export interface Wire {
  /** The studio's address, over this wire. */
  url: string;
  /** Ends every connection, and takes no more. */
  cut(): Promise<void>;
  /** Leaves the connections of now open and carries nothing over them any more, as a router that was restarted. */
  silence(): void;
  /** Takes connections again. */
  mend(): Promise<void>;
  close(): Promise<void>;
}

/** Lays a wire to a studio. */
export async function startWire(studioUrl: string): Promise<Wire> {
  const { hostname, port: studioPort } = new URL(studioUrl);
  const ends = new Map<Socket, Socket>();
  const server = createServer((near) => {
    const far = connect(Number(studioPort), hostname);
    ends.set(near, far);
    near.on("close", () => {
      far.destroy();
      ends.delete(near);
    });
    far.on("close", () => near.destroy());
    // A connection that breaks is what the wire is for.
    for (const end of [near, far]) end.on("error", () => {});
    near.pipe(far);
    far.pipe(near);
  });
  const port = await findFreePort();
  const listen = async () => {
    server.listen(port, hostname);
    await once(server, "listening");
  };
  const cut = async () => {
    const closed = once(server, "close");
    server.close();
    for (const near of ends.keys()) near.destroy();
    await closed;
  };

  await listen();
  return {
    url: `http://${hostname}:${port}`,
    cut,
    silence() {
      for (const [near, far] of ends) {
        near.unpipe(far);
        far.unpipe(near);
      }
    },
    mend: listen,
    async close() {
      if (server.listening) await cut();
    },
  };
}
