/** Deeper than any request of ours; what is not bounded here ends a stack elsewhere. */
const depthMax = 64;

interface Fault {
  /** Where it is, as a dotted path. */
  field: string;
  /** What it is. */
  fault: string;
}

/**
 * Looks for what JSON may hold and neither PostgreSQL nor a gateway can keep, in texts and in names: NUL, half of a character, a
 * number beyond all numbers, nesting without end. Null when there is none.
 */
export function findUnkeepable(json: unknown): Fault | null {
  const left: { value: unknown; path: readonly string[] }[] = [{ value: json, path: [] }];
  for (let next = left.pop(); next; next = left.pop()) {
    const { value, path } = next;
    const name = path.at(-1) ?? "";
    const fault = faultOf(name) ?? faultOf(value) ?? (path.length > depthMax ? tooDeep : null);
    if (fault) return { field: path.join("."), fault };
    if (typeof value !== "object" || value === null) continue;

    // Backwards, so that the first of them is looked at first.
    for (const [key, inner] of Object.entries(value).reverse()) {
      left.push({ value: inner, path: [...path, key] });
    }
  }
  return null;
}

const tooDeep = `lies deeper than ${depthMax} levels`;

function faultOf(value: unknown): string | null {
  if (typeof value === "number" && !Number.isFinite(value)) return "is too large a number";
  if (typeof value !== "string") return null;
  if (value.includes("\0")) return "holds a NUL, which is no letter of any text";
  return value.isWellFormed() ? null : "holds half of a character (a lone surrogate)";
}
