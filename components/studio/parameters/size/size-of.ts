import type { Words } from "#messages/create-words.ts";

interface Size {
  width: number;
  height: number;
}

/** What is shown where a request leaves the size to the model. */
const square: Size = { width: 1024, height: 1024 };

/**
 * The size of "1536x1024", or of the shape "3:2"; a square for what says neither. Written again here, because the
 * engine's own comes with the schema, which the first paint must not wait for.
 */
export function sizeOf(text: string | undefined): Size {
  const match = /^(\d+(?:\.\d+)?)\s*[x:]\s*(\d+(?:\.\d+)?)$/.exec(text ?? "");
  const [width, height] = [Number(match?.[1]), Number(match?.[2])];
  return width > 0 && height > 0 ? { width, height } : square;
}

/** "1536 × 1024", or "Auto". */
export function describeSize(text: string | undefined, t: Words): string {
  if (!text || text === "auto") return t("parameters.auto");
  return text.replace(/^(\d+)x(\d+)$/, "$1 × $2");
}
