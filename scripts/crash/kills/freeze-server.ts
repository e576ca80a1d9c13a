import { setTimeout as wait } from "node:timers/promises";
import type { RunningServer } from "../servers/run-server.ts";
import type { Postgres } from "../servers/start-postgres.ts";
import type { DeathBook } from "./death-book.ts";
import type { KillPlan } from "./plan-kills.ts";

/** A lease is 30 s; before it has run out nobody may take over. */
const leaseMs = 30_000;
/** Long enough for the other server to die before. */
const holdMs = 4_000;
/** What is waited for takes so long at most on a slow machine. */
const patienceMs = 20_000;
/** So many heirs at most: each takes one attempt over and dies, and others are due before the frozen one's. */
const heirsMax = 20;

export interface Freeze {
  plan: KillPlan;
  book: DeathBook;
  /** Null: there is no other process that could inherit. */
  postgres: Postgres | null;
}

/**
 * Stops a process as a closed laptop would, for longer than its leases, and lets it go on: a zombie, which still believes
 * that its attempts are its own. Where others can, they take those attempts over meanwhile, and die at once, so that the
 * zombie finds them as it left them, and somebody else's.
 */
export async function freezeServer(server: RunningServer, freeze: Freeze): Promise<void> {
  const { plan } = freeze;
  await waitUntilBusy(server, freeze);
  server.send("SIGSTOP");
  await wait(leaseMs - holdMs);
  await letOthersInherit(server, freeze);

  server.send("SIGCONT");
  await wait(3_000);
  plan.resume();
}

async function waitUntilBusy({ pid }: RunningServer, { postgres }: Freeze): Promise<void> {
  if (!postgres) return wait(1_500);
  await waitFor(async () => (await postgres.countHeldBy(pid)) >= 3);
}

async function letOthersInherit({ pid }: RunningServer, freeze: Freeze): Promise<void> {
  const { plan, book, postgres } = freeze;
  if (!postgres) return wait(holdMs + 1_500);

  plan.hold();
  await wait(holdMs + 1_000);
  for (let heirs = 0; heirs < heirsMax; heirs += 1) {
    const before = book.kills.length;
    plan.askForHeir("taken-over");
    await waitFor(() => book.kills.length > before);
    const isDone = (await postgres.countHeldBy(pid)) === 0 || book.kills.length === before;
    if (isDone) break;
  }
}

async function waitFor(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < patienceMs; waited += 50) {
    if (await condition()) return;
    await wait(50);
  }
}
