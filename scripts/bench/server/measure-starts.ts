import { type RunStudioOptions, runStudio } from "./run-studio.ts";

/** Starts the studio on each of these data folders and ends it again; milliseconds until it was ready. */
export async function measureStarts(
  dataDirs: readonly string[],
  gateway: RunStudioOptions["gateway"],
): Promise<number[]> {
  const times: number[] = [];
  for (const dataDir of dataDirs) {
    const studio = await runStudio({ dataDir, gateway });
    times.push(studio.startMs);
    await studio.stop();
  }
  return times;
}
