import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A way to a PostgreSQL that can be interrupted. */
export interface DatabaseProxy {
  /** The database's URL, by this way. */
  url: string;
  /** Ends every connection and takes no new one, as a server that is down. */
  cut(): void;
  /** Passes nothing on and says nothing, as a network that is down. */
  freeze(): void;
  /** Ends each new connection in the very packet that says that it is ready, as an administrator may. */
  poison(): void;
  /** All is well again. */
  mend(): void;
}

/** "ReadyForQuery", and "ErrorResponse" with a severity that ends the connection: PostgreSQL's protocol, 54.7. */
const readyForQuery = Buffer.from("Z\0\0\0\u0005I");
const fields = Buffer.from(
  "SFATAL\0C57P01\0Mterminating connection due to administrator command\0\0",
);
const endedByAdministrator = Buffer.concat([
  Buffer.from("E"),
  Buffer.of(0, 0, 0, 4 + fields.length),
  fields,
]);

/** Stands between a test and its database until the test is over. */
export async function startDatabaseProxy(databaseUrl: string): Promise<DatabaseProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let state: "open" | "cut" | "frozen" | "poisoned" = "open";

  const server = createServer((inward) => {
    if (state === "cut") return void inward.destroy();

    const outward = connect(Number(target.port), target.hostname);
    for (const [from, to] of [
      [inward, outward],
      [outward, inward],
    ] as const) {
      sockets.add(from);
      from.on("data", (bytes) => {
        const isDeadly = state === "poisoned" && from === outward && bytes.includes(readyForQuery);
        to.write(isDeadly ? Buffer.concat([bytes, endedByAdministrator]) : bytes);
      });
      from.on("error", () => {});
      from.on("close", () => {
        sockets.delete(from);
        to.destroy();
      });
      if (state === "frozen") from.pause();
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });

  const address = server.address();
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  return {
    url: url.href,
    cut() {
      state = "cut";
      for (const socket of sockets) socket.destroy();
    },
    freeze() {
      state = "frozen";
      for (const socket of sockets) socket.pause();
    },
    poison() {
      state = "poisoned";
    },
    mend() {
      state = "open";
      for (const socket of sockets) socket.resume();
    },
  };
}
