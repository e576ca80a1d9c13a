import { runChange } from "#components/data/change/run-change.ts";
import type { RecordStore } from "#components/data/records/record-store.ts";
import { requestJson } from "#components/data/request-json.ts";
import { selectQueue } from "#components/queue/select-queue.ts";
import { selectStanding } from "#components/queue/select-standing.ts";
import { announce } from "#components/ui/announcement-store.ts";
import { changeOrder } from "#lib/contract/change-order.ts";
import type { Words } from "#messages/create-words.ts";

/**
 * Gives what waits of a generation another place, from 0, among the generations that wait: at once here, and taken back where the
 * server refuses. False where that was so, or it stands there already.
 */
export async function moveInQueue(
  { store, t }: { store: RecordStore; t: Words },
  { id, to }: { id: string; to: number },
): Promise<boolean> {
  const ids = selectStanding(store).waiting.map((row) => row.id);
  const place = Math.max(0, Math.min(to, ids.length - 1));
  if (!ids.includes(id) || ids[place] === id) return false;

  const after = ids.filter((one) => one !== id)[place - 1] ?? null;
  const places = changeOrder(selectQueue(store).waiting, {
    moved: new Set([id]),
    after: after === null ? null : { generationId: after, position: 0 },
  });
  announce(t("drawer.moved", { place: place + 1, count: ids.length }));
  return await runChange({
    // One after the other: each says after which it comes as the one before has left them.
    id: "queue",
    show: () => store.queue.changePlaces(places),
    ask: () => requestJson("POST /api/generations/:id/move", { id, body: { after } }),
    take: store.queue.take,
    t,
  });
}
