import { create } from "content-disposition";

/**
 * The header that names a file (RFC 6266). A name that cannot be written in one is left out: nobody needs it as
 * much as the bytes.
 */
export function contentDisposition(
  name: string,
  { type }: { type: "inline" | "attachment" },
): string {
  try {
    // Old clients read this one: a question mark for a letter is no name on Windows.
    const fallback = name.replaceAll(/[^\x20-\x7e]+/g, "_").replaceAll(/["%\\]/g, "_");
    return create(name, { type, fallback });
  } catch {
    return type;
  }
}
