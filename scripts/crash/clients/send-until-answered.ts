import { setTimeout as wait } from "node:timers/promises";
import * as z from "zod";
import type { Asked } from "../evidence.ts";
import type { ClientContext } from "./client-context.ts";
import { type ShownGeneration, shownGenerationSchema } from "./history.ts";

/** One thing that a client wants done, however often it must say so. */
export interface Wish extends Pick<Asked, "operation" | "key"> {
  method: "POST" | "DELETE";
  path: string;
  body?: unknown;
  about?: Partial<Pick<Asked, "prompt" | "n" | "generationId" | "attemptIds">>;
}

export interface Answer {
  status: number;
  generation: ShownGeneration | null;
}

/** A request that got lost is given up so late that no slow machine is blamed. */
const patienceMs = 20_000;

/** Each press is of one generation. */
const answerSchema = z.object({
  batch: z.object({ generations: z.array(shownGenerationSchema).length(1) }).optional(),
});

/** Sends the same request until somebody answers it, as a browser does with a press, and writes each sending down. */
export async function sendUntilAnswered(context: ClientContext, wish: Wish): Promise<Answer> {
  for (;;) {
    const answer = await send(context, wish);
    if (answer && answer.status < 500) return answer;
    await wait(context.random.whole(20, 150));
  }
}

/** Sends it once; null when the connection ended before an answer. */
export async function send(context: ClientContext, wish: Wish): Promise<Answer | null> {
  const { operation, key, method, path, body, about } = wish;
  const address = context.random.pick(context.addresses) ?? "";
  const asked = context.history.ask({
    operation,
    key,
    client: context.client,
    prompt: "",
    n: 0,
    generationId: null,
    attemptIds: [],
    ...about,
    sentAt: Date.now(),
    answeredAt: null,
    status: null,
    answer: null,
  });
  try {
    const response = await fetch(`${address}${path}`, {
      method,
      headers: { origin: address, "content-type": "application/json", "idempotency-key": key },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(patienceMs),
    });
    const { batch } = answerSchema.parse(await response.json());
    const generation = batch?.generations[0] ?? null;
    if (generation) context.history.see(generation);
    Object.assign(asked, {
      answeredAt: Date.now(),
      status: response.status,
      answer: generation && {
        id: generation.id,
        attemptIds: generation.attempts.map(({ id }) => id),
      },
    });
    return { status: response.status, generation };
  } catch {
    // Killed in mid-answer: the client knows nothing, and that is what is written down.
    return null;
  }
}
