import { dropUndo, pushUndo } from "#components/data/change/undo-stack.ts";
import type { RecordStore } from "#components/data/records/record-store.ts";
import { describeRequestFailure, requestJson } from "#components/data/request-json.ts";
import { announce } from "#components/ui/announcement-store.ts";
import { showToast } from "#components/ui/toast-store.ts";
import { changedImagesMax } from "#lib/contract/library/changed-images-max.ts";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";
import type {
  ChosenPage,
  ImageList,
  ImagesChange,
  ImagesDeed,
} from "#lib/contract/library/images-change.ts";
import type { Words } from "#messages/create-words.ts";

/** Pictures by their ids, or all that a list shows but some. */
export type ChosenImages =
  | { ids: readonly string[] }
  | { list: ImageList; q?: string; timeZone?: string; except: readonly string[] };

interface ChangeOptions {
  store: RecordStore;
  deed: ImagesDeed;
  chosen: ChosenImages;
  t: Words;
  /** Called with how many were changed so far. */
  onProgress?: (done: number) => void;
  /** Not said, nor to be taken back: it takes something back itself. */
  isUndo?: boolean;
}

const opposite: Record<ImagesDeed, ImagesDeed> = {
  favorite: "unfavorite",
  unfavorite: "favorite",
  trash: "restore",
  restore: "trash",
};

/**
 * Does one thing to many pictures, so many at a time as one request may name, and offers one way back, also while it is asked for. Those
 * that are named show it at once; what the server refuses is taken back and said, and what it did before stays done. Resolves to
 * whether all was done.
 */
export async function changeImages(options: ChangeOptions): Promise<boolean> {
  const { store, chosen, deed, t, isUndo = false } = options;
  const changed: string[] = [];
  const done = askForChanges(options, changed);
  if (isUndo) return done;

  const takeBack = async () => {
    await done;
    const back = { store, deed: opposite[deed], chosen: { ids: changed }, t, isUndo: true };
    if (await changeImages(back)) announce(t("image.takenBack", { count: changed.length }));
  };
  const undo = () => void takeBack();
  const run = pushUndo(undo);
  const tell = (count: number) =>
    showToast(t("image.changed", { deed, count }), { action: { label: t("image.undo"), run } });
  if ("ids" in chosen) tell(chosen.ids.length);
  const isDone = await done;
  if (isDone && !("ids" in chosen)) tell(changed.length);
  if (changed.length === 0) dropUndo(undo);
  return isDone;
}

async function askForChanges(
  { store, deed, chosen, t, onProgress }: ChangeOptions,
  changed: string[],
): Promise<boolean> {
  const takeBack = store.changeImages("ids" in chosen ? chosen.ids : [], patchOf(deed));
  try {
    const pages = askByPages(chosen, (of) =>
      requestJson("POST /api/images/change", { body: { deed, of } satisfies ImagesChange }),
    );
    for await (const { images, sequence } of pages) {
      store.take({ images, sequence });
      changed.push(...images.map(({ id }) => id));
      onProgress?.(changed.length);
    }
    return true;
  } catch (error) {
    showToast(describeRequestFailure(error, t));
    return false;
  } finally {
    takeBack();
  }
}

/** Asks page by page, and gives what each was answered. */
async function* askByPages<Answered extends { next: string | null }>(
  chosen: ChosenImages,
  ask: (of: ChosenPage) => Promise<Answered>,
): AsyncGenerator<Answered> {
  let before: string | null = null;
  let at = 0;
  do {
    const answer: Answered = await ask(
      "ids" in chosen
        ? { ids: chosen.ids.slice(at, at + changedImagesMax) }
        : { ...chosen, ...(before !== null && { before }) },
    );
    yield answer;
    before = answer.next;
    at += changedImagesMax;
  } while ("ids" in chosen ? at < chosen.ids.length : before !== null);
}

/** Deletes pictures of the trash for good, and says so. Resolves to whether all were. */
export async function purgeImages({
  store,
  chosen,
  t,
  onProgress,
}: Omit<ChangeOptions, "deed" | "isUndo">): Promise<boolean> {
  const purged = new Set<string>();
  const ids = "ids" in chosen ? chosen.ids : [];
  // Until events tell that they are gone they are out of sight here.
  const takeBack = store.changeImages(ids, { deletedAt: null, isHidden: true });
  try {
    const pages = askByPages(chosen, (of) =>
      requestJson("POST /api/images/purge", { body: { of } }),
    );
    for await (const { images } of pages) {
      for (const { id } of images) purged.add(id);
      onProgress?.(purged.size);
    }
    showToast(t("image.purged", { count: purged.size }));
    return true;
  } catch (error) {
    showToast(describeRequestFailure(error, t));
    return false;
  } finally {
    // What was passed over is there as before.
    if (ids.some((id) => !purged.has(id))) takeBack();
  }
}

function patchOf(deed: ImagesDeed): Partial<ImageTile> {
  if (deed === "trash") return { deletedAt: new Date().toISOString() };
  if (deed === "restore") return { deletedAt: null };
  return { isFavorite: deed === "favorite" };
}
