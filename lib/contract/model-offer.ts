import * as z from "zod";
import { gatewayRefSchema } from "#lib/contract/gateway-view.ts";
import { engineModelSchema } from "#lib/engine/image-engine.ts";

/** What a gateway offers that could be asked now. */
export const modelOfferSchema = z.strictObject({
  gateway: gatewayRefSchema,
  /** Empty where it does not say. */
  models: z.array(engineModelSchema),
  /** Whether it may have models that it does not list. */
  takesAnyModel: z.boolean(),
  /** Why its models could not be listed; it may make images all the same. */
  error: z.string().nullable(),
});

export type ModelOffer = z.infer<typeof modelOfferSchema>;
