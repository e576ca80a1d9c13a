import { expect, test } from "vitest";
import { imageOf } from "#components/data/records/test-records.ts";
import { groupByDay } from "#components/gallery/rows/group-by-day.ts";
import { english as t } from "#messages/english.server.ts";

const now = Date.parse("2026-11-22T12:00:00Z");

function labelsOf(times: string[], timeZone: string): string[] {
  const images = times.map((createdAt, at) => imageOf({ id: `${at}`, createdAt }));
  return groupByDay(images, { timeZone, now, t }).map(({ label }) => label);
}

test("today and yesterday are called so, other days by their date, another year's with the year", () => {
  const times = ["2026-11-22T09:00:00Z", "2026-11-21T09:00:00Z", "2026-11-20T09:00:00Z"];
  const labels = labelsOf([...times, "2025-12-31T09:00:00Z"], "UTC");

  expect(labels).toEqual([
    "Today",
    "Yesterday",
    "Friday, 20 November",
    "Wednesday, 31 December 2025",
  ]);
});

test("the day is the reader's, also where the clock is off by a quarter of an hour", () => {
  const times = ["2026-11-22T18:20:00Z", "2026-11-22T18:10:00Z"];
  // Midnight in Kathmandu is 18:15 UTC.
  expect(labelsOf(times, "Asia/Kathmandu")).toHaveLength(2);
  expect(labelsOf(times, "UTC")).toEqual(["Today"]);
});

test("yesterday is a day of the calendar, not 24 hours", () => {
  expect(labelsOf(["2026-11-21T00:01:00Z"], "UTC")).toEqual(["Yesterday"]);
});
