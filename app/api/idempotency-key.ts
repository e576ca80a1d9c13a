import { idempotencyKeySchema } from "#lib/contract/batch-request.ts";
import { AppError } from "#lib/platform/errors.ts";

/** The header `Idempotency-Key`. Throws `invalid_request` when it is missing or malformed. */
export function parseIdempotencyKey(headers: Headers): string {
  const parsed = idempotencyKeySchema.safeParse(headers.get("idempotency-key") ?? undefined);
  if (parsed.success) return parsed.data;

  throw new AppError("invalid_request", parsed.error.issues[0]?.message ?? "", {
    field: "Idempotency-Key",
  });
}
