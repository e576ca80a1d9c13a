import { readFile, writeFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";

export interface Memory {
  /** Resident, in MB. */
  now: number;
  /** The most it ever was. */
  peak: number;
}

const lookEveryMs = 1_000;
const looksMax = 20;

/** The memory of a process once it has come to rest: two looks in a row within 1 %. Null where there is no /proc. */
export async function readMemoryAtRest(pid: number): Promise<Memory | null> {
  let before = await readMemory(pid);
  for (let look = 0; before && look < looksMax; look += 1) {
    await wait(lookEveryMs);
    const memory = await readMemory(pid);
    if (memory && Math.abs(memory.now - before.now) < before.now / 100) return memory;
    before = memory;
  }
  return before;
}

/** Forgets the most that a process ever was, so that what follows has a most of its own (Linux, proc(5)). */
export async function resetPeak(pid: number): Promise<void> {
  await writeFile(`/proc/${pid}/clear_refs`, "5");
}

export async function readMemory(pid: number): Promise<Memory | null> {
  if (process.platform !== "linux") return null;

  const status = await readFile(`/proc/${pid}/status`, "utf8");
  const megabytes = (name: string) =>
    (Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(status)?.[1]) * 1_024) / 1e6;
  return { now: megabytes("VmRSS"), peak: megabytes("VmHWM") };
}
