import * as z from "zod";
import { parseRequest } from "#lib/platform/http/http.server.ts";
import type { MessageKey } from "#messages/messages.ts";

/** Reads `before` and `limit` of a list's address. Throws `invalid_request` that names the wrong one. */
export function parsePageQuery(
  query: URLSearchParams,
  { limitMax, limitDefault }: { limitMax: number; limitDefault: number },
): { before: string | undefined; limit: number } {
  const schema = z.object({
    before: z.uuid("refusals.before" satisfies MessageKey).optional(),
    limit: z.coerce
      .number()
      .int("refusals.limitWhole" satisfies MessageKey)
      .min(1, "refusals.limitMin" satisfies MessageKey)
      .max(limitMax, "refusals.limitMax" satisfies MessageKey)
      .default(limitDefault),
  });
  const { before, limit } = parseRequest(schema, {
    before: query.get("before") ?? undefined,
    limit: query.get("limit") ?? undefined,
  });
  return { before, limit };
}

/** Reads `ids` of a list's address, with commas between; undefined without. Throws `invalid_request`. */
export function parseIdsQuery(query: URLSearchParams, idsMax: number): string[] | undefined {
  const schema = z.object({
    ids: z
      .array(z.uuid("refusals.ids" satisfies MessageKey).toLowerCase())
      .max(idsMax, "refusals.idsMax" satisfies MessageKey)
      .optional(),
  });
  return parseRequest(schema, { ids: query.get("ids")?.split(",") }).ids;
}
