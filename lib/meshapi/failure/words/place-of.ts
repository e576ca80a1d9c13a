/** As "size", or `["body", "image", 0]`, whose first part is where it was looked for. */
export function placeOf(value: unknown): string | null {
  if (typeof value === "string") return /^[\w.[\]-]{1,64}$/.test(value) ? value : null;
  if (!Array.isArray(value)) return null;

  const [first, ...rest] = value.map(String);
  const isPlace = first === undefined || /^(body|query|header|path)$/.test(first);
  return (isPlace ? rest : [first, ...rest]).join(".") || null;
}
