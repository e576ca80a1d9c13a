import * as z from "zod";
import { findQueryMax, parseFindQuery } from "#lib/contract/library/find-query.ts";
import type { ChosenPage } from "#lib/contract/library/images-change.ts";
import type { FindOptions } from "#lib/library/find/find-condition.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import { parseRequest } from "#lib/platform/http/http.server.ts";
import type { MessageKey } from "#messages/messages.ts";
import { say } from "#messages/sentence.ts";

const searchSchema = z.object({
  q: z.string().max(findQueryMax, "refusals.searchMax" satisfies MessageKey),
  timeZone: z.string().refine(isTimeZone, "refusals.timeZone" satisfies MessageKey),
});

/**
 * Reads `q`, `favorites` and `timeZone`, in which the days of a search begin, of a list's address. Throws `invalid_request` that names
 * the part of `q` which cannot be, and says how it is written.
 */
export function parseSearch(query: URLSearchParams): Omit<FindOptions, "userId"> {
  const { q, timeZone } = parseRequest(searchSchema, {
    q: query.get("q") ?? "",
    timeZone: query.get("timeZone") ?? "UTC",
  });
  const { terms, problems } = parseFindQuery(q);
  const [problem] = problems;
  if (problem) {
    const { facet, value } = problem;
    throw new AppError("invalid_request", say("find.problem", { facet, value }), { field: "q" });
  }
  return { terms, timeZone, onlyFavorites: query.get("favorites") === "true" };
}

/** What the list that pictures are chosen from is searched for; null where it is not. Throws as `parseSearch`. */
export function searchOf(of: ChosenPage): Omit<FindOptions, "userId"> | null {
  if (!("q" in of) || of.q === undefined) return null;
  return parseSearch(new URLSearchParams({ q: of.q, timeZone: of.timeZone ?? "UTC" }));
}

function isTimeZone(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone }));
  } catch {
    return false;
  }
}
