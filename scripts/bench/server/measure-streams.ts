import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { startFakeGateway } from "../../../e2e/fake-gateway/start-fake-gateway.ts";
import { openStreams } from "./open-streams.ts";
import { pressAndWait } from "./press-and-wait.ts";
import { readMemory, readMemoryAtRest } from "./read-memory.ts";
import { runStudio } from "./run-studio.ts";

export interface StreamFigures {
  streams: number;
  openMs: number;
  /** From the request for a change to each reader's event, in ms. */
  arrivals: number[];
  /** Events that a reader had not got within a minute. */
  missing: number;
  /** How long `GET /api/health` took: with the streams open, and while they close. */
  healthOpen: number[];
  healthClosing: number[];
  /** Resident, in MB; not a number where there is no /proc. */
  restMb: number;
  openMb: number;
  closedMb: number;
}

const changes = 20;

/** After the streams were cut, health is asked for so long. */
const closingMs = 10_000;

/** Serves a studio, opens streams, changes a picture again and again, and then cuts all streams at once. */
export async function measureStreams({
  streams: count,
  folder,
}: {
  streams: number;
  folder: string | undefined;
}): Promise<StreamFigures> {
  const dataDir = await mkdtemp(join(tmpdir(), "atelier-bench-"));
  const gateway = await startFakeGateway();
  const studio = await runStudio({ dataDir, gateway, folder });
  try {
    // Pressed, not seeded: an older version has other tables.
    await pressAndWait(studio.url, ["a picture to change"]);
    const { images } = await getJson(`${studio.url}/api/images?limit=1`);
    const { sequence } = await getJson(`${studio.url}/api/generations?limit=1`);
    await askHealth(studio.url);
    const rest = await readMemoryAtRest(studio.pid);

    const openedAt = Date.now();
    const streams = await openStreams(studio.url, { count, after: sequence });
    const openMs = Date.now() - openedAt;
    const open = await readMemoryAtRest(studio.pid);

    const watching = watchHealth(studio.url);
    const arrivals: number[] = [];
    for (let change = 0; change < changes; change += 1) {
      const arriving = streams.nextUpdate();
      const askedAt = Date.now();
      await changeImage(studio.url, { id: images[0].id, isFavorite: change % 2 === 0 });
      arrivals.push(...(await arriving).map((at) => at - askedAt));
    }
    const healthOpen = await watching.stop();

    const watchingClose = watchHealth(studio.url);
    streams.cut();
    await wait(closingMs);
    const healthClosing = await watchingClose.stop();
    const closed = await readMemory(studio.pid);
    return {
      streams: count,
      openMs,
      arrivals,
      missing: count * changes - arrivals.length,
      healthOpen,
      healthClosing,
      restMb: rest?.now ?? Number.NaN,
      openMb: open?.now ?? Number.NaN,
      closedMb: closed?.now ?? Number.NaN,
    };
  } finally {
    await studio.stop();
    await gateway.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Asks for the health again and again; `stop` waits for the last answer. */
function watchHealth(studioUrl: string): { stop(): Promise<number[]> } {
  const times: number[] = [];
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      times.push(await askHealth(studioUrl));
      await wait(20);
    }
  })();
  return {
    async stop() {
      isOver = true;
      await watching;
      return times;
    },
  };
}

async function askHealth(studioUrl: string): Promise<number> {
  const startedAt = performance.now();
  // A connection that is reset is no answer.
  while (!(await getJson(`${studioUrl}/api/health`).catch(() => null))) await wait(20);
  return performance.now() - startedAt;
}

async function getJson(url: string) {
  const response = await fetch(url);
  return response.json();
}

async function changeImage(
  studioUrl: string,
  { id, isFavorite }: { id: string; isFavorite: boolean },
): Promise<void> {
  const response = await fetch(`${studioUrl}/api/images/${id}`, {
    method: "PATCH",
    headers: { origin: studioUrl, "content-type": "application/json" },
    body: JSON.stringify({ isFavorite }),
  });
  if (!response.ok) throw new Error(`The change was refused: ${await response.text()}`);
}
