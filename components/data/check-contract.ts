/** Asked for in development and in tests alone: the schemas are no part of what a page loads. */
import * as z from "zod";
import { answerSchemas, type Endpoint } from "#lib/contract/answers.ts";
import { studioEventSchema } from "#lib/contract/studio-event.ts";

/** Throws, with what is wrong, when an answer is not what the contract says of its endpoint. */
export function checkAnswer(endpoint: Endpoint, answer: unknown): void {
  check(answerSchemas[endpoint], { of: `the answer of ${endpoint}`, value: answer });
}

/** Throws, with what is wrong, when an event is none of the contract's. */
export function checkEvent(event: { type: string }): void {
  check(studioEventSchema, { of: `the event ${event.type}`, value: event });
}

function check(schema: z.ZodType, { of, value }: { of: string; value: unknown }): void {
  const { error } = schema.safeParse(value);
  if (error) throw new TypeError(`${of} is not as the contract says: ${z.prettifyError(error)}`);
}
