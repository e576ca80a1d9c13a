import { parentPort } from "node:worker_threads";
import { createPaint } from "#lib/painter/paint.server.ts";
import type { WorkerCommand, WorkerReport } from "#lib/painter/paint-job.ts";

/** The painter's thread: pixel filters would hold up the studio's event loop for most of a second. */
const paint = createPaint();
let droppedId = 0;

parentPort?.on("message", (command: WorkerCommand) => {
  if (command.type === "drop") {
    droppedId = command.id;
    return;
  }
  void work(command);
});

async function work({ id, job }: Extract<WorkerCommand, { type: "paint" }>): Promise<void> {
  try {
    for await (const event of paint(job)) {
      if (droppedId === id) break;
      report({ type: "event", id, event });
    }
    report({ type: "done", id });
  } catch (error) {
    report({ type: "failed", id, message: messageOf(error) });
  }
}

function report(message: WorkerReport): void {
  parentPort?.postMessage(message);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? `The painter failed: ${error.message}` : "The painter failed.";
}
