import { setTimeout as wait } from "node:timers/promises";
import type { Random } from "../random.ts";
import type { RunningServer } from "../servers/run-server.ts";
import { freezeServer } from "./freeze-server.ts";
import type { Kill, KillOrder } from "./kill.ts";
import { killOnce } from "./kill-once.ts";
import type { KillPlan } from "./plan-kills.ts";

export interface SlotOptions {
  plan: KillPlan;
  /** How many events were told so far. */
  progress(): number;
  /** Choices of this slot's own. */
  random: Random;
  start(crashAt: string | null): RunningServer;
  isOver(): boolean;
  /** Whether its next server shall be frozen for longer than its leases, before it is killed. */
  takesFreeze(): boolean;
  /** Told what the next crash waits for. */
  onOrder(order: KillOrder): void;
  /** Called while nothing runs in this slot. */
  onKill(kill: Kill, server: RunningServer): void;
  /** A server that ended though nobody killed it. */
  onExit(server: RunningServer): void;
}

/** Starts a server and kills it, again and again, until it is over; then no server runs in this slot. */
export async function runSlot(options: SlotOptions): Promise<void> {
  const { plan, progress, random, start, isOver, takesFreeze, onOrder, onKill, onExit } = options;

  while (!isOver()) {
    const freezes = takesFreeze();
    const order: KillOrder = freezes
      ? { place: "random", afterEvents: 0, afterMs: 0 }
      : plan.next();
    onOrder(order);
    const server = start("nth" in order ? `${order.place}:${order.nth}` : null);
    if (freezes && (await server.ready)) {
      await wait(random.whole(600, 1_200));
      await freezeServer({
        server,
        onLeasesEnding: () => orderHeirs(plan),
        isAwaited: plan.hasOrders,
      });
    }

    const kill = await killOnce(server, { order, progress });
    if (kill) onKill(kill, server);
    else onExit(server);
  }
}

/** Others take the frozen one's attempts over and die at once, so that they are as the zombie left them, and not its own. */
function orderHeirs(plan: KillPlan): void {
  for (let count = 0; count < 3; count += 1) plan.order("taken-over");
}
