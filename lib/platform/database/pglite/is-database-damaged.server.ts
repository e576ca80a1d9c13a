import * as z from "zod";

/** PostgreSQL's classes for data that it cannot read, as codes or, where a driver keeps none, in its words. */
const damagedCode = /^XX00[12]$/;
const damagedWords =
  /\bXX00[12]\b|could not read blocks? \d|invalid page in block|could not open file "(base|global)\//;

const causeSchema = z.object({ code: z.unknown().optional(), message: z.string().catch("") });
const errorSchema = causeSchema.extend({
  cause: z.unknown().optional(),
  meta: z.object({ driverAdapterError: z.unknown().optional() }).nullish().catch(null),
});

/** Whether a query failed because the files of the database are damaged. */
export function isDatabaseDamaged(error: unknown): boolean {
  const { data } = errorSchema.safeParse(error);
  if (!data) return false;
  if (damagedCode.test(String(data.code)) || damagedWords.test(data.message)) return true;

  return isDatabaseDamaged(data.cause) || isDatabaseDamaged(data.meta?.driverAdapterError);
}
