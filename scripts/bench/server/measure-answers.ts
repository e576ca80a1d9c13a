import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startFakeGateway } from "../../../e2e/fake-gateway/start-fake-gateway.ts";
import { pressAndWait } from "./press-and-wait.ts";
import { type Memory, readMemory, readMemoryAtRest, resetPeak } from "./read-memory.ts";
import { runStudio } from "./run-studio.ts";

/** What a start takes for a moment; at rest it is less. */
const withoutAnswersMb = 800;

/** What comes from the gateway, all at once. */
export interface AnswerCase {
  name: string;
  count: number;
  prompt: string;
  /** Where all of them wait with half of their answer sent. */
  gate?: string;
}

export interface AnswerMemory {
  name: string;
  rest: Memory;
  /** The most while the answers came, in MB. */
  most: number;
  /** What the settings allow, by the README. */
  bound: number;
  after: Memory;
  /** How many ended in which way. */
  outcomes: Record<string, number>;
}

/** Serves a studio with these settings, lets the answers come, and measures its process. Null where there is no /proc. */
export async function measureAnswers(
  { name, count, prompt, gate }: AnswerCase,
  { answerMb }: { answerMb: number },
): Promise<AnswerMemory | null> {
  const dataDir = await mkdtemp(join(tmpdir(), "atelier-bench-"));
  const gateway = await startFakeGateway();
  const settings = { ATTEMPTS_IN_FLIGHT: String(count), ANSWER_MB_MAX: String(answerMb) };
  const studio = await runStudio({ dataDir, gateway, settings });
  try {
    await pressAndWait(studio.url, ["a fox"]);
    const rest = await readMemoryAtRest(studio.pid);
    if (!rest) return null;

    await resetPeak(studio.pid);
    const prompts = Array.from({ length: count }, (_, index) => `fox ${index} ${prompt}`);
    const pressing = pressAndWait(studio.url, prompts);
    if (gate) {
      await gateway.reached(gate);
      await readMemoryAtRest(studio.pid);
      gateway.release(gate);
    }
    const outcomes = await pressing;
    const most = (await readMemory(studio.pid))?.peak ?? 0;
    const after = (await readMemoryAtRest(studio.pid)) ?? rest;
    return { name, rest, most, bound: withoutAnswersMb + count * answerMb, after, outcomes };
  } finally {
    await studio.stop();
    await gateway.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}
