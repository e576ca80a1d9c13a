/** As "size", or `["body", "image", 0]`, whose first part is where it was looked for; null for none. */
export function placeOf(value: unknown): string | null {
  if (typeof value === "string") return /^[\w.[\]-]{1,64}$/.test(value) ? named(value) : null;
  if (!Array.isArray(value)) return null;

  const [first, ...rest] = value.map(String);
  const isPlace = first === undefined || /^(body|query|header|path)$/.test(first);
  return named((isPlace ? rest : [first, ...rest]).join("."));
}

/** Python's None has become a text, and a number alone is a place in a list. */
function named(place: string): string | null {
  return /^(|none|null|nil|undefined|-|\d+)$/i.test(place) ? null : place;
}
