import { setTimeout as wait } from "node:timers/promises";
import { choosePress } from "./choose-press.ts";
import type { ClientContext } from "./client-context.ts";
import type { ShownGeneration } from "./history.ts";
import { lookAtGeneration, lookAtList } from "./look.ts";
import { send, sendUntilAnswered, type Wish } from "./send-until-answered.ts";

/** More attempts than this need not be under way at once: the end of the run waits for all of them. */
const openAttemptsMax = 80;

/** How many of its latest generations a client comes back to. */
const rememberedMax = 25;

const habits = { press: 46, move: 8, stop: 14, retry: 16, trash: 5, look: 19 };

/** A person at the studio: presses, puts in another order, stops, tries again, throws away, looks; until `closing`, and never gives a press up. */
export async function runClient(context: ClientContext): Promise<void> {
  const { random, history, closing } = context;
  const own: Pressed[] = [];

  for (let count = 0; !closing.aborted; count += 1) {
    const wanted = context.wanted();
    const action = wanted && random.chance(0.8) ? wanted : random.weighted(habits);
    const name = `c${context.client}-${count}`;
    const pressed = random.pick(own.slice(-rememberedMax));

    if (action === "press" || !pressed) {
      if (history.openAttempts() < openAttemptsMax) own.push(...(await press(context, name)));
    } else if (action === "move") await move(context, { ...pressed, name });
    else if (action === "stop") await stop(context, { ...pressed, name });
    else if (action === "retry") await retry(context, { ...pressed, name });
    else if (action === "trash") await throwAway(context, { ...pressed, name });
    else await lookAtList(context);

    await wait(random.whole(5, 120));
  }
}

/** A press of one generation. */
type Pressed = Pick<ShownGeneration, "id" | "batchId">;

async function press(context: ClientContext, name: string): Promise<Pressed[]> {
  const { random } = context;
  const { prompt, n, gate } = choosePress(random, name);
  const wish: Wish = {
    operation: "create",
    key: `crash-${name}`,
    method: "POST",
    path: "/api/batches",
    body: {
      kind: "single",
      requests: [{ prompt, n, size: "256x256", toFront: random.chance(0.1) }],
    },
    about: { prompt, n },
  };
  if (gate) setTimeout(() => context.release(gate), random.whole(200, 3_000));

  const again = random.chance(0.15) ? sendUntilAnswered(context, wish) : null;
  const { generation } = await sendUntilAnswered(context, wish);
  await again;
  return generation ? [generation] : [];
}

interface Target extends Pressed {
  name: string;
}

/** To the front of the queue; refused when nothing of it waits any more. */
async function move(context: ClientContext, { id, name }: Target): Promise<void> {
  await sendUntilAnswered(context, {
    operation: "move",
    key: `crash-${name}`,
    method: "POST",
    path: `/api/generations/${id}/move`,
    body: { after: null },
    about: { generationId: id },
  });
}

async function stop(context: ClientContext, { id, batchId, name }: Target): Promise<void> {
  const wishOf = (operation: "stop" | "hang-up"): Wish => ({
    operation,
    key: `crash-${name}`,
    method: "POST",
    path: `/api/batches/${batchId}/${operation}`,
    about: { generationId: id },
  });
  await sendUntilAnswered(context, wishOf("stop"));
  if (context.random.chance(0.4)) await sendUntilAnswered(context, wishOf("hang-up"));
}

async function retry(context: ClientContext, { id, batchId, name }: Target): Promise<void> {
  const shown = await lookAtGeneration(context, id);
  const repeated = new Set(shown?.attempts.map(({ retryOfId }) => retryOfId));
  const attempts = (shown?.attempts ?? [])
    .filter((one) => ["failed", "unknown", "canceled"].includes(one.state) && !repeated.has(one.id))
    .map((one) => one.id);
  if (attempts.length === 0) return;

  const wish: Wish = {
    operation: "retry",
    key: `crash-${name}`,
    method: "POST",
    path: `/api/batches/${batchId}/retry`,
    body: { attempts },
    about: { generationId: id, attemptIds: attempts },
  };
  const again = context.random.chance(0.2) ? send(context, wish) : null;
  await sendUntilAnswered(context, wish);
  await again;
}

async function throwAway(context: ClientContext, { id, batchId, name }: Target): Promise<void> {
  const path = `/api/batches/${batchId}`;
  const about = { generationId: id };
  const key = `crash-${name}`;
  const thrown: Wish = { operation: "delete", key, method: "DELETE", path, about };
  const { status } = await sendUntilAnswered(context, thrown);
  if (status !== 200 || context.random.chance(0.3)) return;

  const taken: Wish = { operation: "restore", key, method: "POST", path: `${path}/restore`, about };
  await sendUntilAnswered(context, taken);
}
