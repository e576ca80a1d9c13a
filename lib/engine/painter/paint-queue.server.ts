import type { Worker } from "node:worker_threads";
import { EngineError } from "#lib/engine/engine-error.server.ts";
import type { PaintEvent, PaintJob, WorkerCommand, WorkerReport } from "#lib/painter/paint-job.ts";
import { because, type Reason } from "#messages/reason.ts";

/** Paints one picture at a time, in the order of asking. */
export interface PaintQueue {
  /** The events of one job. Cancelling the stream drops the job. Fails with `EngineError`. */
  paint(job: PaintJob): ReadableStream<PaintEvent>;
  /** Ends the thread; what is being painted fails, and so does what waits. */
  close(): Promise<void>;
}

interface Ticket {
  id: number;
  job: PaintJob;
  controller: ReadableStreamDefaultController<PaintEvent>;
  /** Nobody listens any more. */
  isDropped: boolean;
}

/** Makes a queue before one worker, which is started when it is first needed, and again after it died. */
export function createPaintQueue({ startWorker }: { startWorker: () => Worker }): PaintQueue {
  const waiting: Ticket[] = [];
  let current: Ticket | null = null;
  let worker: Worker | null = null;
  let lastId = 0;

  function hire(): Worker {
    const hired = startWorker();
    hired.on("message", (report: WorkerReport) => receive(report));
    hired.on("error", (error) => bury(hired, error));
    hired.on("exit", (code) => bury(hired, new Error(`The painter's thread ended with ${code}.`)));
    return hired;
  }

  function paintNext(): void {
    if (current) return;
    current = waiting.shift() ?? null;
    if (!current) {
      worker?.unref();
      return;
    }

    worker ??= hire();
    // An idle painter must not keep a process alive; one at work must.
    worker.ref();
    command(worker, { type: "paint", id: current.id, job: current.job });
  }

  function receive(report: WorkerReport): void {
    if (report.id !== current?.id) return;
    if (report.type === "event") {
      if (!current.isDropped) current.controller.enqueue(report.event);
      return;
    }

    const ended = current;
    current = null;
    end(ended, report.type === "failed" ? told(report.message) : null);
    paintNext();
  }

  /** A thread that died takes its job along; the next job gets a new thread. */
  function bury(dead: Worker, cause: Error): void {
    if (worker !== dead) return;
    const lost = current;
    worker = null;
    current = null;
    if (lost) end(lost, failure(because("painter_died"), cause));
    paintNext();
  }

  function enter(ticket: Ticket): void {
    waiting.push(ticket);
    paintNext();
  }

  function drop(ticket: Ticket): void {
    ticket.isDropped = true;
    if (ticket === current && worker) command(worker, { type: "drop", id: ticket.id });
    const place = waiting.indexOf(ticket);
    if (place >= 0) waiting.splice(place, 1);
  }

  return {
    paint(job) {
      lastId += 1;
      return openStream({ id: lastId, job }, { enter, drop });
    },
    async close() {
      for (const ticket of waiting.splice(0)) end(ticket, failure(because("painter_closed")));
      await worker?.terminate();
    },
  };
}

/** The events of a job: its ticket enters the queue at once, and is dropped when the stream is cancelled. */
function openStream(
  { id, job }: Pick<Ticket, "id" | "job">,
  { enter, drop }: { enter(ticket: Ticket): void; drop(ticket: Ticket): void },
): ReadableStream<PaintEvent> {
  let ticket: Ticket | null = null;

  return new ReadableStream<PaintEvent>({
    start(controller) {
      ticket = { id, job, controller, isDropped: false };
      enter(ticket);
    },
    cancel() {
      if (ticket) drop(ticket);
    },
  });
}

function end({ controller, isDropped }: Ticket, error: EngineError | null): void {
  if (isDropped) return;
  if (error) controller.error(error);
  else controller.close();
}

function command(worker: Worker, message: WorkerCommand): void {
  worker.postMessage(message);
}

function failure(reason: Reason, cause?: unknown): EngineError {
  return new EngineError(reason, {
    sent: "answered",
    charged: "no",
    code: "upstream_error",
    cause,
  });
}

function told(message: string): EngineError {
  return failure(because("said", { said: message }));
}
