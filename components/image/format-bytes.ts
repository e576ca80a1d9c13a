import type { Words } from "#messages/create-words.ts";

/** "820 B", "37.7 kB" or "2.4 MB". */
export function formatBytes(bytes: number, t: Words): string {
  if (bytes < 1_000) return t("image.bytes", { count: bytes });
  // What would be rounded to 1,000 kB is a megabyte.
  if (bytes < 999_950) return t("image.kilobytes", { count: bytes / 1_000 });
  return t("image.megabytes", { count: bytes / 1_000_000 });
}
