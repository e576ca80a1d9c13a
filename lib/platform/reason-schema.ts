import * as z from "zod";
import type { Reason, ReasonCode } from "#messages/reason.ts";

/** A row may be older than the catalogue: a code that it does not have stands for itself. */
const codeSchema = z.custom<ReasonCode>((code) => typeof code === "string");

/** Why something did not work: a sentence of the catalogue, and its values. */
export const reasonSchema: z.ZodType<Reason> = z.lazy(() =>
  z.strictObject({
    code: codeSchema,
    parameters: z.record(z.string(), z.union([z.string(), z.number(), reasonSchema])),
  }),
);
