import { connect, type Socket } from "node:net";

/** Readers of a studio's events, each a connection of its own. */
export interface Streams {
  /** Resolves with when each reader got the next `image-updated`, by `Date.now()`; those that had none after a while are left out. */
  nextUpdate(): Promise<number[]>;
  /** Cuts all connections at once. */
  cut(): void;
}

/** Connections that are made at once. */
const atOnce = 100;

const giveUpMs = 60_000;

/** Opens that many streams from a cursor on, and resolves when each has begun. */
export async function openStreams(
  studioUrl: string,
  { count, after }: { count: number; after: number },
): Promise<Streams> {
  const sockets: Socket[] = [];
  let onUpdate = () => {};
  while (sockets.length < count) {
    const some = Array.from({ length: Math.min(atOnce, count - sockets.length) }, () =>
      openStream(studioUrl, { after, onUpdate: () => onUpdate() }),
    );
    sockets.push(...(await Promise.all(some)));
  }

  return {
    nextUpdate() {
      const times: number[] = [];
      return new Promise((resolve) => {
        const giveUp = setTimeout(() => resolve(times), giveUpMs);
        onUpdate = () => {
          times.push(Date.now());
          if (times.length < count) return;
          clearTimeout(giveUp);
          resolve(times);
        };
      });
    },
    cut() {
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** By hand: two thousand of fetch's bodies would take more of the machine than the studio does. */
async function openStream(
  studioUrl: string,
  { after, onUpdate }: { after: number; onUpdate: () => void },
): Promise<Socket> {
  const { host, hostname, port } = new URL(studioUrl);
  const socket = connect({ host: hostname, port: Number(port) });
  socket.setEncoding("latin1");
  await new Promise<void>((resolve, reject) => {
    socket.once("error", reject);
    socket.on("data", (text: string) => {
      if (text.includes(": open")) resolve();
      else if (text.startsWith("HTTP/1.1") && !text.startsWith("HTTP/1.1 200"))
        reject(new Error(text));
      if (text.includes("event: image-updated")) onUpdate();
    });
    socket.write(`GET /api/events?after=${after} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  });
  return socket;
}
