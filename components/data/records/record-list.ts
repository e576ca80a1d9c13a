/** A window on records in the order of time: all that belong to it, from the newest to the oldest that was asked for. */
export interface RecordList {
  /** Newest first. Ids are UUIDv7: their order is the order of time. */
  ids: readonly string[];
  /** Whether there may be some that are older than the last. */
  hasOlder: boolean;
}

export interface ListPage {
  /** Newest first. */
  ids: readonly string[];
  hasOlder: boolean;
}

/** The list once a record belongs to it, or no longer does. What is older than the window comes with its page. */
export function withRecord(list: RecordList, id: string, belongs: boolean): RecordList {
  const { ids, hasOlder } = list;
  const place = placeOf(ids, id);
  const isThere = ids[place] === id;
  if (isThere === belongs) return list;
  if (isThere) return { ...list, ids: ids.toSpliced(place, 1) };

  const isBelow = hasOlder && ids.length > 0 && place === ids.length;
  return isBelow ? list : { ...list, ids: ids.toSpliced(place, 0, id) };
}

/** The list with the page that comes after its last. */
export function withOlderPage({ ids }: RecordList, page: ListPage): RecordList {
  return { ids: mergeIds(ids, page.ids), hasOlder: page.hasOlder };
}

/**
 * The list once its newest page was read again: what it lacks within is gone, unless it is newer than the page (`isNewer`); what is
 * older stays. When nothing that was known reaches up to it there may be others in between, and the list begins anew.
 */
export function withNewestPage(
  list: RecordList | undefined,
  page: ListPage,
  isNewer: (id: string) => boolean,
): RecordList {
  const last = page.ids.at(-1);
  if (!list || list.ids.length === 0) return page;

  const newer = list.ids.filter(isNewer);
  if (!page.hasOlder || last === undefined) return { ...page, ids: mergeIds(page.ids, newer) };

  const isGap = placeOf(list.ids, last) === 0 && list.ids[0] !== last;
  if (isGap) return { ...page, ids: mergeIds(page.ids, newer) };

  const older = list.ids.slice(placeOf(list.ids, last));
  return { ids: mergeIds(mergeIds(page.ids, newer), older), hasOlder: list.hasOlder };
}

/** Where an id stands, or would stand, among ids that are sorted, the newest first. */
export function placeOf(ids: readonly string[], id: string): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ids[middle] ?? "") > id) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Both, each id once, sorted as they are. */
function mergeIds(ids: readonly string[], others: readonly string[]): readonly string[] {
  const last = ids.at(-1) ?? "";
  const first = others[0] ?? "";
  if (others.length === 0 || ids.length === 0) return ids.length === 0 ? others : ids;
  if (last > first) return [...ids, ...others];
  return [...new Set([...ids, ...others])].sort((a, b) => (a < b ? 1 : -1));
}
