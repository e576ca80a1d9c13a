import * as z from "zod";
import type { Asked, Told } from "../evidence.ts";
import { hashOf } from "../hash-of.ts";

/** Of a generation, as answers, lists and events show it, what the checks need. */
export const shownGenerationSchema = z.object({
  id: z.string(),
  batchId: z.string(),
  state: z.string(),
  attempts: z.array(
    z.object({ id: z.string(), state: z.string(), retryOfId: z.string().nullable() }),
  ),
  images: z.array(z.object({ id: z.string() })),
});

export type ShownGeneration = z.infer<typeof shownGenerationSchema>;

const eventSchema = z.object({
  generation: shownGenerationSchema.optional(),
  attempt: z.object({ id: z.string(), state: z.string() }).optional(),
  image: z.object({ id: z.string() }).optional(),
});

/** One event as it came. */
export interface ReceivedEvent {
  reader: number;
  sequence: number;
  type: string;
  /** As it was sent. */
  json: string;
}

/** What all clients did and saw, written down as it happens. */
export interface History {
  /** Writes a request down before it is sent; its answer is put into what this returns. */
  ask(asked: Asked): Asked;
  see(generation: ShownGeneration): void;
  receive(event: ReceivedEvent): void;
  /** Presses that were answered. */
  answeredPresses(): number;
  /** Attempts that are not over yet, as far as events told. */
  openAttempts(): number;
  view(): { asked: readonly Asked[]; told: Told };
}

const overStates = new Set(["succeeded", "failed", "unknown", "canceled"]);

/** An empty history. */
export function createHistory(): History {
  const asked: Asked[] = [];
  const events: { reader: number; sequence: number; type: string; hash: string }[] = [];
  const images = new Set<string>();
  const states = new Map<string, { attemptId: string; state: string }>();
  const open = new Set<string>();

  const seeState = (attemptId: string, state: string) => {
    states.set(`${attemptId} ${state}`, { attemptId, state });
    if (overStates.has(state)) open.delete(attemptId);
    else open.add(attemptId);
  };
  const see = (generation: ShownGeneration) => {
    for (const { id, state } of generation.attempts) seeState(id, state);
    for (const { id } of generation.images) images.add(id);
  };

  return {
    ask(one) {
      asked.push(one);
      return one;
    },
    see,
    receive({ reader, sequence, type, json }) {
      events.push({ reader, sequence, type, hash: hashOf(json) });
      const { generation, attempt, image } = eventSchema.parse(JSON.parse(json));
      if (generation) see(generation);
      if (attempt) seeState(attempt.id, attempt.state);
      if (image) images.add(image.id);
    },
    answeredPresses: () => {
      const answered = asked.filter(({ operation, answer }) => operation === "create" && answer);
      return new Set(answered.map(({ key }) => key)).size;
    },
    openAttempts: () => open.size,
    view: () => ({
      asked,
      told: { imageIds: [...images], states: [...states.values()], events },
    }),
  };
}
