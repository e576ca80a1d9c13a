import { idempotencyKeySchema } from "#lib/contract/batch-request.ts";
import { AppError } from "#lib/platform/errors.ts";
import { sentenceOf } from "#lib/platform/http/http.server.ts";
import { say } from "#messages/sentence.ts";

/** The header `Idempotency-Key`. Throws `invalid_request` when it is missing or malformed. */
export function parseIdempotencyKey(headers: Headers): string {
  const parsed = idempotencyKeySchema.safeParse(headers.get("idempotency-key") ?? undefined);
  if (parsed.success) return parsed.data;

  const [issue] = parsed.error.issues;
  const said = issue ? sentenceOf(issue) : say("refusals.wrongForm");
  throw new AppError("invalid_request", said, { field: "Idempotency-Key" });
}
