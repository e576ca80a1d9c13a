import {
  type FoundListName,
  isFound,
  type ListName,
  showsIn,
} from "#components/data/records/list-name.ts";
import { type RecordList, withRecord } from "#components/data/records/record-list.ts";
import { createRecordTable, type RecordTable } from "#components/data/records/record-table.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import type { ImageView } from "#lib/contract/image-view.ts";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";
import type { QueueEntry } from "#lib/contract/queue-view.ts";

/** Generations, images, and the lists that they stand in: a list is right as soon as a record is. */
export interface Records {
  generations: RecordTable<GenerationView>;
  /** As lists tell them, or whole. */
  images: RecordTable<ImageTile>;
  /** Attempts that wait or are made, also of generations that are not known here. */
  queue: RecordTable<QueueEntry>;
  /** Whether all of the queue was read. */
  isQueueWhole: boolean;
  lists: Map<ListName, RecordList>;
  /** What pages have told of what a search finds. */
  found: Map<FoundListName, Set<string>>;
  /** Generations with images as they are now, by the generation as it was told. */
  views: WeakMap<GenerationView, GenerationView>;
  /** Grows with each change of a record. */
  version: number;
  /** Grows when the numbers of events begin anew. */
  epoch: number;
  /** When pages were taken: the browser keeps some, and brings them again with Back. */
  epochs: WeakMap<readonly object[], number>;
}

/** Creates them, empty. They tell nobody of a change: `RecordStore` does. */
export function createRecords(): Records {
  const records: Records = {
    generations: createRecordTable((id) => onChange(["feed"], id)),
    images: createRecordTable((id) =>
      onChange(["images", "favorites", "trash", ...records.found.keys()], id),
    ),
    queue: createRecordTable(() => onChange([], "")),
    isQueueWhole: false,
    lists: new Map(),
    found: new Map(),
    views: new WeakMap(),
    version: 0,
    epoch: 0,
    epochs: new WeakMap(),
  };

  function onChange(names: readonly ListName[], id: string) {
    records.version += 1;
    for (const name of names) {
      const list = records.lists.get(name);
      if (list) records.lists.set(name, withRecord(list, id, belongsTo(records, name, id)));
    }
  }

  return records;
}

/** Whether a list shows the record, as it is now. */
export function belongsTo(
  { generations, images, found }: Records,
  name: ListName,
  id: string,
): boolean {
  if (name === "feed") return generations.read(id) !== null;
  const isTold = !isFound(name) || found.get(name)?.has(id) === true;
  return isTold && showsIn(name, images.read(id));
}

/** A generation with its images as they are now, the same object until one of them changes; null for one that is not known. */
export function readGeneration(
  { generations, images, views }: Records,
  id: string,
): GenerationView | null {
  const told = generations.read(id);
  if (!told) return null;

  const now = told.images.map((image) => withTile(image, images.read(image.id)));
  const view = views.get(told) ?? told;
  if (now.every((image, at) => image === view.images[at])) return view;

  const next = { ...told, images: now };
  views.set(told, next);
  return next;
}

/** The numbers of events begin anew. Lists that are not among those are forgotten. */
export function beginAnew(records: Records, mounted: ReadonlySet<ListName>): void {
  const { generations, images, queue, lists, found } = records;
  records.epoch += 1;
  generations.forgetAges();
  images.forgetAges();
  queue.forgetAges();
  for (const name of [...lists.keys()].filter((each) => !mounted.has(each))) {
    lists.delete(name);
    if (isFound(name)) found.delete(name);
  }
}

const joined = new WeakMap<ImageTile, ImageView>();

/** An image as it was told whole, with what its tile tells of it by now; the same object while the tile is the same. */
export function withTile(told: ImageView, tile: ImageTile | null): ImageView {
  if (!tile || isWhole(tile)) return tile ?? told;

  // Of a prompt a list tells only the start.
  const known = joined.get(tile) ?? { ...told, ...tile, prompt: told.prompt };
  joined.set(tile, known);
  return known;
}

/** Generations and events tell images whole, and a page of a list does not. */
function isWhole(tile: ImageTile): tile is ImageView {
  return "attemptId" in tile;
}
