import * as z from "zod";
import {
  baseUrlSchema,
  connectionChangeSchema,
} from "#lib/gateways/connection/connection-change.ts";
import { nameParameter } from "#lib/meshapi/parameters/text-parameter.ts";

const nameSchema = nameParameter(
  "The name",
  z
    .string("Give it a name.")
    .trim()
    .min(1, "Give it a name.")
    .max(60, "A name is 60 characters at most."),
);

const slotsSchema = z
  .int("How many at once is a whole number.")
  .min(1, "At least 1 at once.")
  .max(64, "At most 64 at once.");

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
    z.uuid("Each of ids is the id of a gateway.").toLowerCase(),
    "Send ids: the gateways in order.",
  ),
});
