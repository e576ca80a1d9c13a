import * as z from "zod";
import {
  baseUrlSchema,
  connectionChangeSchema,
} from "#lib/gateways/connection/connection-change.ts";
import { nameParameter } from "#lib/meshapi/parameters/text-parameter.ts";
import type { MessageKey } from "#messages/messages.ts";

const nameSchema = nameParameter(
  "The name",
  z
    .string("refusals.nameMissing" satisfies MessageKey)
    .trim()
    .min(1, "refusals.nameMissing" satisfies MessageKey)
    .max(60, "refusals.nameLong" satisfies MessageKey),
);

const slotsSchema = z
  .int("refusals.slotsWhole" satisfies MessageKey)
  .min(1, "refusals.slotsMin" satisfies MessageKey)
  .max(64, "refusals.slotsMax" satisfies MessageKey);

/** A change of a gateway: what is absent is left, null takes away what is stored. */
export const gatewayChangeSchema = connectionChangeSchema.extend({
  name: nameSchema.optional(),
  isEnabled: z.boolean().optional(),
  /** Whether its images cost money. */
  paid: z.boolean().optional(),
  /** Null: as the environment says. */
  slots: slotsSchema.nullable().optional(),
});

export type GatewayChange = z.infer<typeof gatewayChangeSchema>;

/** A gateway that is added: its address is asked for, a name follows from that where none is given. */
export const newGatewaySchema = gatewayChangeSchema.extend({ baseUrl: baseUrlSchema });

export type NewGateway = z.infer<typeof newGatewaySchema>;

/** The ids of all gateways of the list, in their new order. */
export const gatewayOrderSchema = z.strictObject({
  ids: z.array(
    z.uuid("refusals.idsOfGateways" satisfies MessageKey).toLowerCase(),
    "refusals.sendIds" satisfies MessageKey,
  ),
});
