import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { BatchView } from "#lib/contract/batch-view.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";

const lookEveryMs = 500;

/** Presses for these at once, and counts how they ended: by state, with the error's code if there is one. */
export async function pressAndWait(
  url: string,
  prompts: readonly string[],
): Promise<Record<string, number>> {
  const ids = new Set(await Promise.all(prompts.map((prompt) => press(url, prompt))));

  for (;;) {
    const answer = await fetch(`${url}/api/generations?limit=50`);
    const { generations }: { generations: GenerationView[] } = await answer.json();
    const ours = generations.filter(({ id }) => ids.has(id));
    if (ours.every(({ state }) => !["queued", "running"].includes(state))) return countEnds(ours);
    await wait(lookEveryMs);
  }
}

async function press(url: string, prompt: string): Promise<string> {
  const answer = await fetch(`${url}/api/batches`, {
    method: "POST",
    headers: {
      origin: url,
      "content-type": "application/json",
      "idempotency-key": randomUUID(),
    },
    body: JSON.stringify({ kind: "single", requests: [{ prompt, n: 1, size: "256x256" }] }),
  });
  const { batch }: { batch: BatchView } = await answer.json();
  return batch.generations[0]?.id ?? "";
}

function countEnds(generations: readonly GenerationView[]): Record<string, number> {
  const ends = generations.map(({ state, attempts }) =>
    [state, attempts[0]?.error?.code].filter(Boolean).join(" "),
  );
  const groups = Map.groupBy(ends, (end) => end);
  return Object.fromEntries([...groups].map(([end, { length }]) => [end, length]));
}
