import * as z from "zod";
import { parseRequest } from "#lib/platform/http/http.server.ts";

/** Reads `before` and `limit` of a list's address. Throws `invalid_request` that names the wrong one. */
export function parsePageQuery(
  query: URLSearchParams,
  { limitMax, limitDefault }: { limitMax: number; limitDefault: number },
): { before: string | undefined; limit: number } {
  const schema = z.object({
    before: z.uuid("before is the id of the last one of the page you have.").optional(),
    limit: z.coerce
      .number()
      .int("limit is a whole number.")
      .min(1, "limit is at least 1.")
      .max(limitMax, `limit is at most ${limitMax}.`)
      .default(limitDefault),
  });
  const { before, limit } = parseRequest(schema, {
    before: query.get("before") ?? undefined,
    limit: query.get("limit") ?? undefined,
  });
  return { before, limit };
}
