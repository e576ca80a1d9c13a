import { type CheckResult, checkResult } from "#lib/health/check-result.ts";

/** Leases and pauses go by the database's clock, prices and countdowns by ours: seconds apart are harmless. */
const differenceMaxMs = 5_000;

/** Compares the database's clock with this machine's. */
export function checkClock({ ours, databases }: { ours: Date; databases: Date }): CheckResult {
  const differenceMs = databases.getTime() - ours.getTime();
  if (Math.abs(differenceMs) <= differenceMaxMs) return checkResult({ differenceMs });

  const seconds = Math.round(Math.abs(differenceMs) / 1_000);
  return checkResult(
    { differenceMs },
    {
      degraded: [
        {
          code: "clocks_differ",
          message: `The database's clock is ${seconds} seconds ${differenceMs > 0 ? "ahead of" : "behind"} this machine's.`,
          remedy:
            "Set both by a time server (NTP). Countdowns on the screens are wrong until then.",
        },
      ],
    },
  );
}
