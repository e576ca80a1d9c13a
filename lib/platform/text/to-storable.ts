/** What JSON can hold. */
type Json = string | number | boolean | null | undefined | Json[] | { [key: string]: Json };

/**
 * Text from outside as PostgreSQL can keep it: without NUL, and with U+FFFD in place of half a surrogate pair.
 * What people write is refused instead, with a word; what a gateway says of a paid picture must not be in its way.
 */
export function toStorableText(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}

/** The same for every text in a JSON value, keys included. */
export function toStorableJson(value: Json): Json {
  if (typeof value === "string") return toStorableText(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(toStorableJson);

  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([key, inner]) => [toStorableText(key), toStorableJson(inner)]),
  );
}
