import { setTimeout as wait } from "node:timers/promises";
import type { RunningServer } from "../servers/run-server.ts";
import type { Kill, KillOrder } from "./kill.ts";

/**
 * A failpoint that is not reached after so many events is not worth more waiting: the server is killed where it stands,
 * which counts as a random instant. It is given the shorter time at least, on a slow machine the longer one.
 */
const patienceEvents = 15;
const patienceMinMs = 2_500;
const patienceMaxMs = 15_000;

interface KillOptions {
  order: KillOrder;
  /** How many events were told so far. */
  progress(): number;
  /** Whether it must be now. */
  isUrgent(): boolean;
}

/** Ends a server as ordered. Null when it ended by itself, which it must not: its output says why. */
export async function killOnce(server: RunningServer, options: KillOptions): Promise<Kill | null> {
  const { order } = options;
  const hasEnded = server.ended.then(() => true);
  await Promise.race([waitFor(server, { ...options, hasEnded }), hasEnded]);
  server.send("SIGKILL");

  const { at, signal } = await server.ended;
  if (signal !== "SIGKILL") return null;
  const isAtFailpoint = "nth" in order && server.hasReached();
  return { at, pid: server.pid, place: "nth" in order && !isAtFailpoint ? "random" : order.place };
}

/** Resolves when the time has come. */
async function waitFor(
  { ready }: RunningServer,
  { order, progress, isUrgent, hasEnded }: KillOptions & { hasEnded: Promise<boolean> },
): Promise<void> {
  if (order.place === "start-up") return wait(order.afterMs);

  await ready;
  const isFailpoint = "nth" in order;
  const enough = progress() + (isFailpoint ? patienceEvents : order.afterEvents);
  const readyAt = Date.now();
  const isTime = () => {
    const ms = Date.now() - readyAt;
    if (isUrgent() || ms > patienceMaxMs) return true;
    return progress() >= enough && ms >= (isFailpoint ? patienceMinMs : 0);
  };
  while (!isTime()) {
    if (await Promise.race([wait(20), hasEnded])) return;
  }
  if (!isFailpoint) await wait(order.afterMs);
}
