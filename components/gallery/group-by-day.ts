import type { ImageView } from "#lib/gallery/image-view.ts";

export interface Day {
  /** As "2026-11-22", in the reader's time zone. */
  date: string;
  /** As "Today", "Yesterday", "Friday, 20 November". */
  label: string;
  images: readonly ImageView[];
}

/** The pictures by the day they were made, in their order. `now` by `Date.now()`. */
export function groupByDay(
  images: readonly ImageView[],
  { timeZone, now }: { timeZone: string; now: number },
): Day[] {
  const dateOf = createDateOf(timeZone);
  const days: { date: string; images: ImageView[] }[] = [];
  for (const image of images) {
    const date = dateOf(image.createdAt);
    const last = days.at(-1);
    if (last?.date === date) last.images.push(image);
    else days.push({ date, images: [image] });
  }

  return days.map((day) => ({ ...day, label: labelOf(day.date, { now, dateOf }) }));
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
  { now, dateOf }: { now: number; dateOf: (iso: string) => string },
): string {
  const today = dateOf(new Date(now).toISOString());
  if (date === today) return "Today";
  if (date === dayBefore(today)) return "Yesterday";

  const isThisYear = date.slice(0, 4) === today.slice(0, 4);
  return new Intl.DateTimeFormat("en-GB", {
    timeZone: "UTC",
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(!isThisYear && { year: "numeric" }),
  }).format(new Date(date));
}

function dayBefore(date: string): string {
  const day = new Date(date);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}
