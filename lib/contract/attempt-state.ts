import * as z from "zod";

/** The states of an attempt, in the order of a life without faults; ARCHITECTURE.md tells what each means. */
export const attemptStateSchema = z.enum([
  "queued",
  "claimed",
  "sending",
  "receiving",
  "storing",
  "succeeded",
  "failed",
  "unknown",
  "canceled",
]);

export type AttemptState = z.infer<typeof attemptStateSchema>;

/** The states of a generation, which follow from those of its attempts. */
export const generationStateSchema = z.enum([
  "queued",
  "running",
  "succeeded",
  "partial",
  "failed",
  "unknown",
  "canceled",
]);

export type GenerationState = z.infer<typeof generationStateSchema>;

/** Whether an attempt was paid for. */
export const chargedSchema = z.enum(["no", "likely", "yes"]);
