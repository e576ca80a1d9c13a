/** When a day, as "2026-01-01", begins in a time zone, in milliseconds. Throws `RangeError` of a zone that there is none of. */
export function startOfDay(day: string, timeZone: string): number {
  const inUtc = Date.parse(`${day}T00:00:00Z`);
  // The offset is that of the day's own beginning; where clocks are changed it may be another than the one of the same time in UTC.
  const near = inUtc - offsetMs(inUtc, timeZone);
  return inUtc - offsetMs(near, timeZone);
}

/** By how much the clocks of a zone are ahead of UTC at a moment, in milliseconds. */
function offsetMs(at: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  const name = format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign = "+", hours = "0", minutes = "0"] = /^GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  return Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
