import * as z from "zod";
import { headerChangesSchema } from "#lib/gateways/connection/gateway-headers.ts";
import { readBaseUrl } from "#lib/meshapi/transport/read-base-url.ts";
import { isKeyLeftOut, trimSecret } from "#lib/platform/text/trim-secret.ts";
import type { MessageKey } from "#messages/messages.ts";

/** An address that a gateway can be asked at. */
export const baseUrlSchema = z
  .string("refusals.writeAddress" satisfies MessageKey)
  .superRefine((text, context) => {
    const read = readBaseUrl(text);
    if (!read.ok) context.addIssue({ code: "custom", message: read.message });
  });

const apiKeySchema = z
  .string()
  .transform(trimSecret)
  .pipe(
    z
      .string()
      .min(1, "refusals.keyMissing" satisfies MessageKey)
      .max(500, "refusals.keyLong" satisfies MessageKey)
      .regex(/^[\x21-\x7e]+$/, "refusals.keyLetters" satisfies MessageKey)
      .refine((key) => !isKeyLeftOut(key), "The key is missing behind that: paste the key itself."),
  );

/** A change of a gateway's connection; null takes a value away, an absent one leaves it. */
export const connectionChangeSchema = z.strictObject({
  baseUrl: baseUrlSchema.nullable().optional(),
  apiKey: apiKeySchema.nullable().optional(),
  /** By name: null takes one away, an absent one is left; null in place of all takes all away. */
  headers: headerChangesSchema.nullable().optional(),
  stream: z.boolean().optional(),
});

export type ConnectionChange = z.infer<typeof connectionChangeSchema>;
