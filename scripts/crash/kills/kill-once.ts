import { setTimeout as wait } from "node:timers/promises";
import type { RunningServer } from "../servers/run-server.ts";
import type { Kill, KillOrder } from "./kill.ts";

/** A failpoint that is not reached by then: the server is killed where it stands, which counts as a random instant. */
const patienceMs = 2_500;

/** Ends a server as ordered. Null when it ended by itself, which it must not: its output says why. */
export async function killOnce(server: RunningServer, order: KillOrder): Promise<Kill | null> {
  await waitFor(server, order);
  server.send("SIGKILL");

  const { at, signal } = await server.ended;
  if (signal !== "SIGKILL") return null;
  const isAtFailpoint = "nth" in order && server.hasReached();
  return { at, pid: server.pid, place: "nth" in order && !isAtFailpoint ? "random" : order.place };
}

/** Resolves when the time has come, or the server has ended. */
async function waitFor(server: RunningServer, order: KillOrder): Promise<void> {
  if (order.place === "start-up") {
    await Promise.race([wait(order.afterMs), server.ended]);
    return;
  }
  await server.ready;
  await Promise.race([wait(order.place === "random" ? order.afterMs : patienceMs), server.ended]);
}
