import * as z from "zod";
import { reasonSchema } from "#lib/platform/reason-schema.ts";
import type { MessageKey } from "#messages/messages.ts";

/** Why nothing is sent for now. */
export const pauseCodeSchema = z.enum([
  /** The gateway asked to wait (429, or 503 with Retry-After). */
  "rate_limited",
  /** The gateway rejected the key (401). */
  "unauthorized",
  /** The balance is used up (402). */
  "payment_required",
  /** There is no room on the disk for a picture that would be paid for. */
  "disk_full",
]);

/** What holds a user's queue up, as the screens and the HTTP see it. */
export const pauseViewSchema = z.strictObject({
  code: pauseCodeSchema,
  /** Whose images it holds up; null: everybody's. */
  gatewayId: z.uuid().nullable(),
  reason: reasonSchema,
  /** ISO 8601: it goes on by itself then. Null: not before somebody has done something about it. */
  until: z.iso.datetime().nullable(),
});

/** The body of `POST /api/pauses/resume`: without a gateway, all are meant. */
export const pauseClearingSchema = z.strictObject({
  gatewayId: z.uuid("refusals.gatewayId" satisfies MessageKey).optional(),
});

export type PauseView = z.infer<typeof pauseViewSchema>;
