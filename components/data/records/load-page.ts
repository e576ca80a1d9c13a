import { type ListName, queryOf } from "#components/data/records/list-name.ts";
import type { RecordStore } from "#components/data/records/record-store.ts";
import type { Page } from "#components/data/records/snapshot.ts";
import {
  generationsOfPage,
  imagesOfPage,
  toFeedPage,
  toImagesPage,
} from "#components/data/records/to-page.ts";
import { requestJson } from "#components/data/request-json.ts";

/**
 * Reads a list's newest page, or the one after its last, into the store. Throws as `requestJson`. While the page is read, news
 * may come of what stands in it and is not known yet; then it is read again.
 */
export async function loadPage(
  store: RecordStore,
  name: ListName,
  { isOlder = false, signal }: { isOlder?: boolean; signal?: AbortSignal | undefined } = {},
): Promise<void> {
  const before = isOlder ? store.list(name).ids.at(-1) : undefined;
  while (!store.takePage(name, await requestPage(name, { before, signal })));
}

/** Asks for a page of a list, the newest or the one before an id. Throws as `requestJson`. */
export async function requestPage(
  name: ListName,
  { before, signal }: { before?: string | undefined; signal?: AbortSignal | undefined },
): Promise<Page> {
  const isOlder = before !== undefined;
  const after = isOlder ? { before } : {};
  if (name === "feed") {
    const query = { limit: `${generationsOfPage}`, ...after };
    return toFeedPage(await requestJson("GET /api/generations", { query, signal }), isOlder);
  }

  const query = { limit: `${imagesOfPage}`, ...after, ...queryOf(name) };
  return toImagesPage(await requestJson("GET /api/images", { query, signal }), isOlder);
}
