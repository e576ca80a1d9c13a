import { expect, test } from "vitest";
import { startOfDay } from "#lib/library/find/start-of-day.ts";

test.each([
  ["2026-01-01", "UTC", "2026-01-01T00:00:00.000Z"],
  ["2026-01-01", "Europe/Berlin", "2025-12-31T23:00:00.000Z"],
  ["2026-07-01", "America/Los_Angeles", "2026-07-01T07:00:00.000Z"],
  ["2026-01-01", "Asia/Kathmandu", "2025-12-31T18:15:00.000Z"],
  // The clocks are changed at 2 in the morning of these.
  ["2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00.000Z"],
  ["2026-10-25", "Europe/Berlin", "2026-10-24T22:00:00.000Z"],
  ["2026-09-27", "Pacific/Auckland", "2026-09-26T12:00:00.000Z"],
  ["2026-11-01", "America/New_York", "2026-11-01T04:00:00.000Z"],
])("%s begins in %s at %s", (day, timeZone, at) => {
  expect(new Date(startOfDay(day, timeZone)).toISOString()).toBe(at);
});
