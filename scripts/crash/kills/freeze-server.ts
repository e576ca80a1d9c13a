import { setTimeout as wait } from "node:timers/promises";
import type { RunningServer } from "../servers/run-server.ts";

/** A lease is 30 s; before it has run out nobody may take over. */
const leaseMs = 30_000;

export interface Freeze {
  server: RunningServer;
  /** Called when the leases of the frozen process are about to run out. */
  onLeasesEnding(): void;
  /** Whether what was to happen meanwhile is still to come. */
  isAwaited(): boolean;
}

/**
 * Stops a process as a closed laptop would, for longer than its leases, and lets it go on: a zombie, which still believes
 * that its attempts are its own.
 */
export async function freezeServer({ server, onLeasesEnding, isAwaited }: Freeze): Promise<void> {
  server.send("SIGSTOP");
  await wait(leaseMs - 2_000);
  onLeasesEnding();
  await wait(2_500);
  for (let waited = 0; isAwaited() && waited < 20_000; waited += 100) await wait(100);

  server.send("SIGCONT");
  await wait(2_000);
}
