/** What was changed of the further headers and is not saved yet. */
export interface HeaderEdits {
  /** New values of those that are stored, by name. */
  values: Readonly<Record<string, string>>;
  removed: readonly string[];
  added: readonly AddedHeader[];
}

export interface AddedHeader {
  id: number;
  name: string;
  value: string;
}

export const noEdits: HeaderEdits = { values: {}, removed: [], added: [] };

/** The change that they come to; null for none. A row that was left empty is none. */
export function headersChange({
  values,
  removed,
  added,
}: HeaderEdits): Record<string, string | null> | null {
  const entries = [
    ...removed.map((name) => [name, null] as const),
    ...Object.entries(values).filter(([, value]) => value.trim() !== ""),
    ...added
      .filter(({ name, value }) => name.trim() !== "" || value.trim() !== "")
      .map(({ name, value }) => [name.trim(), value] as const),
  ];
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

/** What is left to be saved once some of it was. */
export function withoutSaved(edits: HeaderEdits, saved: HeaderEdits): HeaderEdits {
  return {
    values: Object.fromEntries(
      Object.entries(edits.values).filter(([name, value]) => saved.values[name] !== value),
    ),
    removed: edits.removed.filter((name) => !saved.removed.includes(name)),
    added: edits.added.filter((header) => !saved.added.includes(header)),
  };
}
