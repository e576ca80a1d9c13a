import type { Words } from "#messages/create-words.ts";
/** "8 s", "1:05" or "1:02:05". */
export function formatDuration(milliseconds: number, t: Words): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1_000));
  if (seconds < 60) return t("image.seconds", { count: seconds });

  const parts = [Math.floor(seconds / 60) % 60, seconds % 60];
  if (seconds >= 3_600) parts.unshift(Math.floor(seconds / 3_600));
  return parts.map((part, at) => (at === 0 ? `${part}` : `${part}`.padStart(2, "0"))).join(":");
}
