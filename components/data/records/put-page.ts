import { isFound, type ListName } from "#components/data/records/list-name.ts";
import { putInQueue } from "#components/data/records/put-queue.ts";
import { withNewestPage, withOlderPage } from "#components/data/records/record-list.ts";
import { belongsTo, type Records } from "#components/data/records/records.ts";
import type { Page, Snapshot } from "#components/data/records/snapshot.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";

/** Takes what an answer tells of records. False when there is news of some of them that it lacks. */
export function putSnapshot(
  records: Records,
  { generations = [], images = [], sequence }: Snapshot,
): boolean {
  const taken = [
    ...generations.map((generation) => putGeneration(records, generation, sequence)),
    ...images.map((image) => putImage(records, image, sequence)),
  ];
  return taken.every(Boolean);
}

/** As `putSnapshot`, and makes the records a list's newest page, or its next. One from before the numbers began anew is not taken. */
export function putPage(records: Records, name: ListName, page: Page): boolean {
  const told: readonly { id: string }[] = page.generations ?? page.images ?? [];
  if ((records.epochs.get(told) ?? records.epoch) < records.epoch) return false;

  records.epochs.set(told, records.epoch);
  const { lists, generations, images, found } = records;
  if (isFound(name)) {
    const toldBefore = found.get(name) ?? new Set();
    for (const { id } of told) toldBefore.add(id);
    found.set(name, toldBefore);
  }
  const isTaken = putSnapshot(records, page);
  const { isOlder, hasOlder, sequence } = page;
  const table = name === "feed" ? generations : images;
  const ids = told.map(({ id }) => id).filter((id) => belongsTo(records, name, id));

  const list = lists.get(name);
  const isNewer = (id: string) => table.isKnown(id, sequence + 1);
  const next =
    list && isOlder
      ? withOlderPage(list, { ids, hasOlder })
      : withNewestPage(list, { ids, hasOlder }, isNewer);
  lists.set(name, next);
  return isTaken;
}

/** Takes a generation and its images. False as `RecordTable.put`. */
export function putGeneration(
  records: Records,
  generation: GenerationView,
  sequence: number,
): boolean {
  const { generations, images } = records;
  const isTaken = generations.put(generation.id, generation, sequence);
  if (!isTaken) return false;

  for (const image of generation.images) images.put(image.id, image, sequence);
  for (const attempt of generation.attempts) putInQueue(records, attempt, sequence);
  return true;
}

/** Takes an image; one whose generation was deleted later is gone with it. False where that is so, and as `RecordTable.put`. */
export function putImage(
  { generations, images }: Records,
  image: ImageTile,
  sequence: number,
): boolean {
  const { id, generationId } = image;
  const isGone =
    generations.read(generationId) === null && generations.isKnown(generationId, sequence + 1);
  return !isGone && images.put(id, image, sequence);
}
