import { formatDuration } from "#components/image/format-duration.ts";

/** How long something took: "0.8 s", "12 s", "1:05". Tenths matter below ten seconds only. */
export function formatTook(milliseconds: number): string {
  return milliseconds < 10_000
    ? `${(Math.max(0, milliseconds) / 1_000).toFixed(1)} s`
    : formatDuration(milliseconds);
}
