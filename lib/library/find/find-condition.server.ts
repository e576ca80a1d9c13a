import type { FindTerm } from "#lib/contract/library/find-query.ts";
import { startOfDay } from "#lib/library/find/start-of-day.ts";
import { imageColumns } from "#lib/library/read-tiles.server.ts";
import { Prisma, type PrismaClient } from "#lib/platform/database/database.server.ts";

/** What is looked for, and among whose pictures. */
export interface FindOptions {
  userId: string;
  terms: readonly FindTerm[];
  onlyFavorites?: boolean;
  /** Where the days of `before:` and `after:` begin. Default: UTC. */
  timeZone?: string;
}

/** A search as SQL about "Image". */
export interface FindCondition {
  /** What an index of the library in its order is read by. */
  where: Prisma.Sql;
  /** A `tsquery` for "search"; null when it asks for no words and no values. */
  search: Prisma.Sql | null;
  /** Whether it names pictures by an id or a hash: there are so few that they come first. */
  isNarrow: boolean;
}

type TermOf<Kind extends FindTerm["kind"]> = Extract<FindTerm, { kind: Kind }>;

/**
 * A search as SQL. Everything that is asked for must be so; of one facet's values any. The trash is never looked through, what is
 * hidden only by `is:hidden`.
 */
export async function toFindCondition(
  client: Pick<PrismaClient, "gateway">,
  options: FindOptions,
): Promise<FindCondition> {
  const { userId, terms, onlyFavorites = false } = options;
  const isHidden = terms.some((term) => isAsked(term, "hidden"));
  const conditions = [
    Prisma.sql`"userId" = ${userId}::uuid`,
    Prisma.sql`"deletedAt" IS NULL`,
    Prisma.sql`"hiddenAt" IS ${isHidden ? Prisma.sql`NOT NULL` : Prisma.sql`NULL`}`,
    ...(onlyFavorites ? [Prisma.sql`"favoritedAt" IS NOT NULL`] : []),
    ...terms.flatMap((term) => conditionOf(term, options.timeZone)),
  ];
  return {
    where: Prisma.join(conditions, " AND "),
    search: await searchOf(client, options),
    isNarrow: terms.some(({ kind, isNegated }) => !isNegated && (kind === "id" || kind === "hash")),
  };
}

/**
 * All images that a search finds, and those of them that the rest of its condition leaves out: by the index of words alone. Told of the rest, the
 * planner walks down the library for what is rare or absent, or reads the library's index beside that of words.
 */
export function allFound({ where, search, isNarrow }: FindCondition): Prisma.Sql {
  const condition = search ? Prisma.sql`search @@ ${search}` : Prisma.sql`true`;
  return Prisma.sql`
    SELECT ${imageColumns} FROM "Image" WHERE ${condition} ${isNarrow || !search ? Prisma.sql`AND ${where}` : Prisma.empty}`;
}

function isAsked(term: FindTerm, value: "favourite" | "hidden"): boolean {
  return term.kind === "is" && term.value === value && !term.isNegated;
}

function conditionOf(term: FindTerm, timeZone = "UTC"): Prisma.Sql[] {
  const not = term.isNegated ? Prisma.sql`NOT` : Prisma.empty;
  if (term.kind === "id") {
    return [Prisma.sql`${not} (id = ${term.value}::uuid OR "generationId" = ${term.value}::uuid)`];
  }
  if (term.kind === "hash") return [Prisma.sql`${not} "blobHash" = ${term.value}`];
  if (term.kind === "is" && term.value === "favourite") {
    return [Prisma.sql`"favoritedAt" IS ${term.isNegated ? Prisma.empty : Prisma.sql`NOT`} NULL`];
  }
  if (term.kind !== "time") return [];

  const first = firstIdOf(startOfDay(term.day, timeZone));
  const isBefore = (term.facet === "before") !== term.isNegated;
  return [isBefore ? Prisma.sql`id < ${first}::uuid` : Prisma.sql`id >= ${first}::uuid`];
}

/** An id begins with the milliseconds at which it was made: the least of a moment. */
function firstIdOf(ms: number): string {
  const hex = Math.max(0, ms).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

async function searchOf(
  client: Pick<PrismaClient, "gateway">,
  { userId, terms }: FindOptions,
): Promise<Prisma.Sql | null> {
  const values = await withGatewayIds(client, { userId, terms: ofKind(terms, "value") });
  const facets = [...new Set(values.filter(isAskedFor).map(({ facet }) => facet))];
  const parts = [
    ...ofKind(terms, "words").map(wordsQuery),
    ...values.filter(({ isNegated }) => isNegated).map(valueQuery),
    ...facets.map((facet) => {
      const ofFacet = values.filter((term) => term.facet === facet && isAskedFor(term));
      return Prisma.sql`(${Prisma.join(ofFacet.map(valueQuery), " || ")})`;
    }),
  ];
  return parts.length === 0 ? null : Prisma.sql`(${Prisma.join(parts, " && ")})`;
}

const isAskedFor = ({ isNegated }: FindTerm) => !isNegated;

function ofKind<Kind extends FindTerm["kind"]>(
  terms: readonly FindTerm[],
  kind: Kind,
): TermOf<Kind>[] {
  return terms.filter((term): term is TermOf<Kind> => term.kind === kind);
}

function wordsQuery({ words, isPhrase, isNegated }: TermOf<"words">): Prisma.Sql {
  return negated(Prisma.sql`search_words(${words}::text, ${isPhrase}::boolean)`, isNegated);
}

function valueQuery({ facet, value, isNegated }: TermOf<"value">): Prisma.Sql {
  return negated(Prisma.sql`search_value(${facet}::text, ${value}::text)`, isNegated);
}

const negated = (query: Prisma.Sql, isNegated: boolean) =>
  isNegated ? Prisma.sql`!!${query}` : query;

/** Gateways are asked for by name, or by id as pictures have them; several may share a name. */
async function withGatewayIds(
  client: Pick<PrismaClient, "gateway">,
  { userId, terms }: { userId: string; terms: TermOf<"value">[] },
): Promise<TermOf<"value">[]> {
  if (!terms.some(({ facet }) => facet === "gateway")) return terms;

  const gateways = await client.gateway.findMany({
    where: { OR: [{ userId }, { userId: null }] },
    select: { id: true, name: true },
  });
  return terms.flatMap((term) => {
    const name = term.value.toLowerCase();
    const named = gateways.filter((gateway) => gateway.name.toLowerCase() === name);
    if (term.facet !== "gateway" || named.length === 0) return [term];
    return named.map(({ id }) => ({ ...term, value: id }));
  });
}
