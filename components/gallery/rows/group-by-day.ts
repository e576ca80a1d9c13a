import type { ImageTile } from "#lib/contract/library/image-tile.ts";
import type { Words } from "#messages/create-words.ts";

export interface Day {
  /** As "2026-11-22", in the reader's time zone. */
  date: string;
  /** As "Today", "Yesterday", "Friday, 20 November". */
  label: string;
  images: readonly ImageTile[];
}

/** The pictures by the day they were made, in their order. `now` by `Date.now()`. */
export function groupByDay(
  images: readonly ImageTile[],
  { timeZone, now, t }: { timeZone: string; now: number; t: Words },
): Day[] {
  const dateOf = createDateOf(timeZone);
  const days: { date: string; images: ImageTile[] }[] = [];
  for (const image of images) {
    const date = dateOf(image.createdAt);
    const last = days.at(-1);
    if (last?.date === date) last.images.push(image);
    else days.push({ date, images: [image] });
  }

  return days.map((day) => ({ ...day, label: labelOf(day.date, { now, dateOf, t }) }));
}

/**
 * Formatting a date is the dearest part of laying out thousands of pictures, and no time zone changes its day within
 * ten minutes of the clock: so it is done once for those.
 */
function createDateOf(timeZone: string): (iso: string) => string {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone });
  const dates = new Map<string, string>();

  return (iso) => {
    const tenMinutes = iso.slice(0, 15);
    const date = dates.get(tenMinutes) ?? format.format(new Date(iso));
    dates.set(tenMinutes, date);
    return date;
  };
}

function labelOf(
  date: string,
  { now, dateOf, t }: { now: number; dateOf: (iso: string) => string; t: Words },
): string {
  const today = dateOf(new Date(now).toISOString());
  if (date === today) return t("gallery.today");
  if (date === dayBefore(today)) return t("gallery.yesterday");

  const isThisYear = date.slice(0, 4) === today.slice(0, 4);
  const day = new Date(date);
  const name = (part: "weekday" | "month") =>
    new Intl.DateTimeFormat(t.language, { timeZone: "UTC", [part]: "long" }).format(day);
  // Put together by a message: the server and a browser may differ about the commas of a whole date.
  return t("gallery.day", {
    weekday: name("weekday"),
    day: day.getUTCDate(),
    month: name("month"),
    year: isThisYear ? "none" : day.getUTCFullYear(),
  });
}

function dayBefore(date: string): string {
  const day = new Date(date);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}
