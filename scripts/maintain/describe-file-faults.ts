import { formatCount } from "./format-size.ts";

const faultsShown = 20;

/** The first of some files that are not as they should be, a line each, and how many more there are. */
export function describeFileFaults(faults: { key: string; fault: string }[]): string[] {
  const shown = faults.slice(0, faultsShown).map(({ key, fault }) => `    ${fault}  ${key}`);
  const rest = faults.length - shown.length;
  return rest > 0 ? [...shown, `    and ${formatCount(rest)} more`] : shown;
}
