import { thumbHashToRGBA } from "thumbhash";

export type FieldColours = readonly [string, string, string, string];

/** Where there is no picture to take them from. */
const usualColours: FieldColours = ["#8d97a8", "#c3b8a8", "#7f9a93", "#b49aa6"];

/** The colours of a picture's four quarters, by its thumbhash (base64); the usual ones of what is none. */
export function fieldColours(thumbhash: string | null): FieldColours {
  if (!thumbhash) return usualColours;

  const { w, h, rgba } = thumbHashToRGBA(Uint8Array.from(atob(thumbhash), (c) => c.charCodeAt(0)));
  const quarter = (left: number, top: number): string => {
    const sums = [0, 0, 0];
    let count = 0;
    for (let y = Math.floor(top * h); y < Math.floor((top + 0.5) * h); y++) {
      for (let x = Math.floor(left * w); x < Math.floor((left + 0.5) * w); x++) {
        for (const at of [0, 1, 2]) sums[at] = (sums[at] ?? 0) + (rgba[(y * w + x) * 4 + at] ?? 0);
        count++;
      }
    }
    const parts = sums.map((sum) => Math.round(sum / Math.max(1, count)));
    return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  };
  return [quarter(0, 0), quarter(0.5, 0), quarter(0, 0.5), quarter(0.5, 0.5)];
}
