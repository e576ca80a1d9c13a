/** Characters of a search at most. */
export const findQueryMax = 1_000;

/** What a picture is told apart by beside its words; each value of one is a lexeme of its document, as "shape:square". */
export const valueFacets = ["model", "gateway", "shape", "size", "seed", "verb"] as const;
export type ValueFacet = (typeof valueFacets)[number];

const timeFacets = ["before", "after"] as const;
type TimeFacet = (typeof timeFacets)[number];

export type Facet = ValueFacet | TimeFacet | "is";

/** Where a part of a search stands in its line. */
interface Span {
  from: number;
  to: number;
}

/** One thing that a search asks for, or, negated, does without. */
export type FindTerm = Span & { isNegated: boolean } & (
    | { kind: "words"; words: string; isPhrase: boolean }
    | { kind: "value"; facet: ValueFacet; value: string }
    | { kind: "is"; facet: "is"; value: "favourite" | "hidden" }
    /** `day` is the first of what was named, as "2026-01-01" for the year 2026. */
    | { kind: "time"; facet: TimeFacet; value: string; day: string }
    /** Of a picture, or of a generation. */
    | { kind: "id"; value: string }
    /** SHA-256 of a file. */
    | { kind: "hash"; value: string }
  );

/** A facet whose value cannot be: `find.problem` says how it is written. */
export interface FindProblem extends Span {
  facet: Facet;
  value: string;
}

export interface FindQuery {
  terms: FindTerm[];
  problems: FindProblem[];
}

/** A word, a phrase in quotes, or a facet with either; a phone's keyboard makes its own quotes. */
const part = /(-?)(?:([a-z]+):)?(?:["“”„]([^"“”„]*)["“”„]?|([^\s"“”„]+))/giu;

/**
 * Reads the line of a search: words, "phrases", -without, facets as `model:`. A facet that there is none of is plain words, one
 * without its value is not asked for yet.
 */
export function parseFindQuery(line: string): FindQuery {
  const query: FindQuery = { terms: [], problems: [] };
  for (const match of line.matchAll(part)) {
    const [source, minus, name, quoted, plain] = match;
    const span = { from: match.index, to: match.index + source.length };
    const value = (quoted ?? plain ?? "").trim();
    const base = { ...span, isNegated: minus === "-" };
    const facet = readFacet(name);
    if (facet) {
      const term = readTerm(facet, value);
      if (term) query.terms.push({ ...base, ...term });
      else query.problems.push({ ...span, facet, value });
    } else if (plain && readFacet(plain.replace(/:$/, "")) && plain.endsWith(":")) {
      // Its value is still to come.
    } else {
      const words = source.slice(minus?.length);
      query.terms.push({ ...base, ...readWords(name ? words : value, quoted !== undefined) });
    }
  }
  return query;
}

function readFacet(name = ""): Facet | undefined {
  const facets: readonly Facet[] = [...valueFacets, ...timeFacets, "is"];
  return facets.find((facet) => facet === name.toLowerCase());
}

type Read<Kind extends FindTerm["kind"]> = {
  [Each in Kind]: Omit<Extract<FindTerm, { kind: Each }>, "from" | "to" | "isNegated">;
}[Kind];

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const sha256 = /^[0-9a-f]{64}$/i;

function readWords(words: string, isPhrase: boolean): Read<"words" | "id" | "hash"> {
  if (uuid.test(words)) return { kind: "id", value: words.toLowerCase() };
  if (sha256.test(words)) return { kind: "hash", value: words.toLowerCase() };
  return { kind: "words", words, isPhrase };
}

function readTerm(facet: Facet, written: string): Read<"value" | "is" | "time"> | null {
  const value = facet === "model" || facet === "gateway" ? written : written.toLowerCase();
  if (facet === "is") {
    const is = value === "favorite" ? "favourite" : value;
    return is === "favourite" || is === "hidden" ? { kind: "is", facet, value: is } : null;
  }
  if (facet === "before" || facet === "after") {
    const day = firstDayOf(value);
    return day === null ? null : { kind: "time", facet, value, day };
  }

  const known = readValue(facet, value);
  return known === null ? null : { kind: "value", facet, value: known };
}

const values: Partial<Record<ValueFacet, readonly string[]>> = {
  shape: ["landscape", "portrait", "square", "panorama"],
  verb: ["generate", "edit"],
};

function readValue(facet: ValueFacet, value: string): string | null {
  if (facet === "size") return /^\d{1,6}[x×]\d{1,6}$/.test(value) ? value.replace("×", "x") : null;
  if (facet === "seed") return /^-?\d{1,20}$/.test(value) ? value : null;

  const isKnown = values[facet]?.includes(value) ?? true;
  return isKnown && value !== "" ? value : null;
}

/** The first day of a year, a month or a day, as "2026-01-01"; null of what is none. */
function firstDayOf(value: string): string | null {
  const match = /^(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?$/.exec(value);
  if (!match) return null;

  const [, year = "", month = "1", day = "1"] = match;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  // Years that an id, which holds milliseconds since 1970, can be compared with.
  const isThere = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
  return isThere && Number(year) >= 1970 ? iso : null;
}

/** The value of a facet as a line takes it: in quotes where it needs them. */
export function writeFacet(facet: Facet, value: string): string {
  return /[\s"“”„]/u.test(value)
    ? `${facet}:"${value.replaceAll(/["“”„]/gu, " ")}"`
    : `${facet}:${value}`;
}

/** The line without one of its parts. */
export function withoutPart(line: string, { from, to }: Span): string {
  return `${line.slice(0, from).trimEnd()} ${line.slice(to).trimStart()}`.trim();
}
