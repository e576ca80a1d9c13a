import * as z from "zod";
import { errorCodes } from "#lib/platform/error-codes.ts";

/** What every route answers when it refuses or fails. */
export const errorAnswerSchema = z.strictObject({
  error: z.strictObject({
    code: z.enum(errorCodes),
    /** Safe to show, in whole sentences. */
    message: z.string(),
    /** The field of the request that is wrong, as a dotted path. */
    field: z.string().optional(),
  }),
});
