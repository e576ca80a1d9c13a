import * as z from "zod";
import { imageRequestSchema } from "#lib/engine/image-request.ts";
import type { MessageKey } from "#messages/messages.ts";

const modelMarkSchema = z.enum(["starred", "hidden"], "refusals.mark" satisfies MessageKey);

/** A model stands above the others, or is out of sight, until a person says otherwise. */
export type ModelMark = z.infer<typeof modelMarkSchema>;

/** How long most took: the 10th to the 90th percentile of the last that were made. */
const tookRange = { fromMs: z.int(), toMs: z.int(), count: z.int() };

/** What a user has to do with a model of a gateway. */
const ownModelSchema = z.strictObject({
  gatewayId: z.uuid(),
  model: z.string(),
  mark: modelMarkSchema.nullable(),
  /** What became of the last requests that ended and were sent; null where none was. */
  recent: z
    .strictObject({
      /** How many they are, and how many of them became a picture. */
      count: z.int(),
      made: z.int(),
      /** From sent to made; null where none was made. */
      medianMs: z.int().nullable(),
      /** Of all of them, and of those with one quality and size, where enough were made to say so. */
      took: z.strictObject(tookRange).nullable(),
      tookBySettings: z.array(
        z.strictObject({
          quality: z.string().nullable(),
          size: z.string().nullable(),
          ...tookRange,
        }),
      ),
    })
    .nullable(),
});

export type OwnModel = z.infer<typeof ownModelSchema>;

/** Those with a mark, and those that were asked lately. */
export const ownModelsSchema = z.strictObject({ models: z.array(ownModelSchema) });

/** The body of `PUT /api/models/own`: null takes a mark away. */
export const modelMarkChangeSchema = z.strictObject({
  gatewayId: z.uuid("refusals.gatewayId" satisfies MessageKey).toLowerCase(),
  model: imageRequestSchema.shape.model.unwrap(),
  mark: modelMarkSchema.nullable(),
});

export type ModelMarkChange = z.infer<typeof modelMarkChangeSchema>;
