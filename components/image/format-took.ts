import { formatDuration } from "#components/image/format-duration.ts";
import type { Words } from "#messages/create-words.ts";

/** How long something took: "0.8 s", "12 s", "1:05". Tenths matter below ten seconds only. */
export function formatTook(milliseconds: number, t: Words): string {
  return milliseconds < 10_000
    ? t("image.tenths", { count: Math.max(0, milliseconds) / 1_000 })
    : formatDuration(milliseconds, t);
}
