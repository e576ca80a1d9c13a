import { Prisma } from "#lib/platform/database/database.server.ts";
import { toStorableJson } from "#lib/platform/text/to-storable.ts";
import type { Reason } from "#messages/reason.ts";

/** The columns of an attempt's error, for one that has none. */
export const noErrorFields = {
  errorCode: null,
  errorReason: Prisma.DbNull,
  errorDetail: null,
  errorField: null,
} as const;

/** A reason as its column takes it: what a gateway said is in it, and may hold what no row can. */
export function toReasonColumn(reason: Reason): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(toStorableJson({ ...reason })));
}
