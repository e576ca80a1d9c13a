/** What is chosen of a list: some pictures, or all that it shows, however many, but some. */
export interface Selection {
  isAll: boolean;
  /** Those that are chosen; of all, those that are not. */
  ids: ReadonlySet<string>;
  /** Where a range begins: at the picture that was chosen last. */
  anchor: string | null;
}

export const nothing: Selection = { isAll: false, ids: new Set(), anchor: null };

export const everything: Selection = { isAll: true, ids: new Set(), anchor: null };

export function isSelected({ isAll, ids }: Selection, id: string): boolean {
  return isAll !== ids.has(id);
}

export function isEmpty({ isAll, ids }: Selection): boolean {
  return !isAll && ids.size === 0;
}

/** With the picture, or without it where it was chosen. */
export function toggled(selection: Selection, id: string): Selection {
  return { ...withThese(selection, [id], !isSelected(selection, id)), anchor: id };
}

/** With these pictures, or without them. */
export function withThese(
  selection: Selection,
  ids: readonly string[],
  isChosen: boolean,
): Selection {
  const next = new Set(selection.ids);
  for (const id of ids) {
    if (isChosen === selection.isAll) next.delete(id);
    else next.add(id);
  }
  return { ...selection, ids: next };
}

/** With all from the picture where the range begins to this one, in the order of the list; without such a one, this one alone. */
export function withRange(selection: Selection, order: readonly string[], id: string): Selection {
  const from = selection.anchor === null ? -1 : order.indexOf(selection.anchor);
  const to = order.indexOf(id);
  if (from < 0) return { ...withThese(selection, [id], true), anchor: id };

  return withThese(selection, order.slice(Math.min(from, to), Math.max(from, to) + 1), true);
}
