import type { RunningServer } from "../servers/run-server.ts";
import type { Kill, KillOrder } from "./kill.ts";
import { killOnce } from "./kill-once.ts";
import type { KillPlan } from "./plan-kills.ts";

export interface SlotOptions {
  plan: KillPlan;
  /** How many events were told so far. */
  progress(): number;
  start(crashAt: string | null): RunningServer;
  isOver(): boolean;
  /** Whether its next server shall be frozen for longer than its leases, before it is killed. */
  takesFreeze(): boolean;
  freeze(server: RunningServer): Promise<void>;
  /** Told what the next crash waits for. */
  onOrder(order: KillOrder): void;
  /** Called while nothing runs in this slot. */
  onKill(kill: Kill, server: RunningServer): void;
  /** A server that ended though nobody killed it. */
  onExit(server: RunningServer): void;
}

const atOnce: KillOrder = { place: "random", afterEvents: 0, afterMs: 0 };

/** Starts a server and kills it, again and again, until it is over; then no server runs in this slot. */
export async function runSlot(options: SlotOptions): Promise<void> {
  const { plan, progress, start, isOver, takesFreeze, freeze, onOrder, onKill, onExit } = options;

  while (!isOver()) {
    const freezes = takesFreeze();
    const order: KillOrder = freezes ? atOnce : await plan.next();
    onOrder(order);
    const server = start("nth" in order ? `${order.place}:${order.nth}` : null);
    if (freezes) await freeze(server);

    const isHeir = "nth" in order && order.isHeir;
    const kill = await killOnce(server, {
      order,
      progress,
      isUrgent: () => plan.isOnHold() && !isHeir,
    });
    if (kill) onKill(kill, server);
    else onExit(server);
  }
}
