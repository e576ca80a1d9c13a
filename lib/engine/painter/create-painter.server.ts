import type { Worker } from "node:worker_threads";
import { EngineError } from "#lib/engine/engine-error.server.ts";
import type {
  EngineEvent,
  EngineModel,
  GenerateOptions,
  ImageEngine,
} from "#lib/engine/image-engine.ts";
import type { ImageRequest } from "#lib/engine/image-request.ts";
import { createPaintQueue } from "#lib/engine/painter/paint-queue.server.ts";
import { readRequest } from "#lib/engine/painter/read-request.ts";
import { promptCharactersMax } from "#lib/engine/request-limits.ts";
import type { PaintEvent, PaintJob } from "#lib/painter/paint-job.ts";
import { startPaintWorker } from "#lib/painter/start-paint-worker.server.ts";
import { because } from "#messages/reason.ts";

const painterModel: EngineModel = {
  id: "painter",
  name: "Painter",
  provider: null,
  description:
    "Reads the prompt for things, places, light and style, and composes a scene of them, in the colours of its references. Free, offline, no AI model.",
  isFree: true,
  pricePerImageMicros: 0,
  parameters: [
    "size",
    "quality",
    "output_format",
    "output_compression",
    "seed",
    "background",
    "partial_images",
  ],
  // It does the same for the others as for these.
  values: { quality: ["auto", "low", "medium", "high"], output_format: ["png", "jpeg", "webp"] },
  promptCharactersMax,
  sizes: null,
  referencesMax: 4,
  anySize: null,
};

/**
 * The built-in engine, until a gateway's key is given: no AI model, and it says so. It paints in a thread of its
 * own, one picture at a time; `close` ends that thread. The same prompt, seed, size and quality give the same pixels.
 */
export function createPainter({
  startWorker = startPaintWorker,
}: {
  startWorker?: () => Worker;
} = {}): ImageEngine & { close(): Promise<void> } {
  const queue = createPaintQueue({ startWorker });

  async function* generate(
    request: ImageRequest,
    { inputs = [], signal }: GenerateOptions,
  ): AsyncGenerator<EngineEvent> {
    if (signal.aborted) throw stopped(signal.reason);
    if (inputs.some(({ role }) => role !== "reference")) throw noInputs();
    const references = inputs.map(({ bytes }) => bytes);
    const job = { ...readRequest(request), references };
    const reader = queue.paint(job).getReader();
    const stop = () => void reader.cancel(signal.reason);
    signal.addEventListener("abort", stop, { once: true });

    try {
      yield { type: "started", requestId: null };
      for (;;) {
        const { done, value } = await reader.read();
        if (signal.aborted) throw stopped(signal.reason);
        if (done) return;
        yield toEngineEvent(value, job);
      }
    } finally {
      signal.removeEventListener("abort", stop);
      // Leaving the loop early drops the job; after the end this does nothing.
      await reader.cancel().catch(() => undefined);
    }
  }

  return {
    keyId: null,
    takesAnyModel: false,
    price: () => 0,
    generate,
    async fetchImage() {
      throw new EngineError(because("painter_fetches_nothing"), {
        sent: "no",
        charged: "no",
        code: "not_supported",
      });
    },
    findCharge: null,
    listModels: async () => [painterModel],
    close: () => queue.close(),
  };
}

function toEngineEvent(event: PaintEvent, { partials }: PaintJob): EngineEvent {
  if (event.type === "partial") return { ...event, of: partials };

  return {
    type: "picture",
    source: { type: "bytes", bytes: event.bytes },
    revisedPrompt: null,
    delivered: event.delivered,
    costMicros: 0,
  };
}

function noInputs(): EngineError {
  return new EngineError(because("painter_takes_no_inputs"), {
    sent: "answered",
    charged: "no",
    code: "not_supported",
  });
}

function stopped(cause: unknown): EngineError {
  return new EngineError(because("painting_stopped"), {
    sent: "answered",
    charged: "no",
    code: "connection_lost",
    cause,
  });
}
