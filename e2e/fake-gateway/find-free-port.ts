import { once } from "node:events";
import { createServer } from "node:net";

/** Below the ports that the system gives to outgoing connections and to whoever asks for any. */
const lowest = 20_000;
const highest = 32_000;

/** A port of 127.0.0.1 that nobody uses at the moment, and that no other program is given while its server is down or yet to come. */
export async function findFreePort(): Promise<number> {
  for (;;) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    const probe = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      probe.once("error", () => resolve(false));
      probe.listen(port, "127.0.0.1", () => resolve(true));
    });
    if (!isFree) continue;

    const closed = once(probe, "close");
    probe.close();
    await closed;
    return port;
  }
}
