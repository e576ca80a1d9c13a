import { type CheckResult, checkResult } from "#lib/health/check-result.ts";

const bytesPerMb = 1024 * 1024;

/** Compares what is free with the least that the settings want; 0 wants nothing. */
export function checkSpace({
  freeBytes,
  freeMbMin,
}: {
  freeBytes: number;
  freeMbMin: number;
}): CheckResult {
  const freeMb = Math.floor(freeBytes / bytesPerMb);
  const facts = { freeMb, freeMbMin };
  if (freeMb >= freeMbMin) return checkResult(facts);

  const problem = {
    code: "disk_full",
    message: `The disk has ${freeMb} MB left; below ${freeMbMin} MB nothing new is sent.`,
    remedy: "Free some space under DATA_DIR. The queue goes on by itself then.",
  };
  return checkResult(facts, { degraded: [problem] });
}
