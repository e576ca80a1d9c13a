interface Entry<T> {
  /** As it was told last; null for one that is gone, or of which only parts were told. */
  told: T | null;
  /** The number of the event that it was told by. */
  sequence: number;
  /** What was done to it in this tab and is not answered yet, the first done first; null takes it out of sight. */
  changes: readonly Change<T>[];
  /** As told, with the changes. */
  shown: T | null;
}

type Change<T> = { patch: Partial<T> | null };

/** Records of one kind by their ids, and of each when it was told: the one answer to what is older than what is known. */
export interface RecordTable<T> {
  /** As it is shown; null for one that is not known, or gone. */
  read(id: string): T | null;
  /** Those that were told, also what is out of sight for now. */
  values(): Iterable<T>;
  /** Whether nothing that was told up to that event is news of it. */
  isKnown(id: string, sequence: number): boolean;
  /**
   * Takes a record as of an event, or as an answer had it that contains all up to that event. False when that is older than
   * news that could not be applied to it: whoever has it should ask again.
   */
  put(id: string, record: T, sequence: number): boolean;
  /** It is gone as of an event. */
  drop(id: string, sequence: number): void;
  /** Changes a part of it, as an event tells. Of one that is not known it remembers that there was news. */
  patch(id: string, sequence: number, update: (told: T) => T): void;
  /** Shows it changed, or not at all, until the returned function is called. */
  change(id: string, patch: Partial<T> | null): () => void;
  /** The numbers of events begin anew: whatever is told next is news. */
  forgetAges(): void;
}

/** Creates an empty table; `onChange` is called with what is shown of a record, each time that is another. */
export function createRecordTable<T extends object>(
  onChange: (id: string, shown: T | null) => void,
): RecordTable<T> {
  const entries = new Map<string, Entry<T>>();
  const unknown: Entry<T> = { told: null, sequence: -1, changes: [], shown: null };
  const entryOf = (id: string) => entries.get(id) ?? unknown;

  function write(id: string, next: Omit<Entry<T>, "shown">) {
    const before = entryOf(id);
    const isSame = before.told === next.told && before.changes === next.changes;
    const shown = isSame ? before.shown : applyChanges(next);
    entries.set(id, { ...next, shown });
    if (shown !== before.shown) onChange(id, shown);
  }

  return {
    read: (id) => entryOf(id).shown,
    *values() {
      for (const { told } of entries.values()) if (told) yield told;
    },
    isKnown: (id, sequence) => entryOf(id).sequence >= sequence,
    put(id, record, sequence) {
      const entry = entryOf(id);
      if (entry.sequence > sequence) return entry.told !== null;

      write(id, { ...entry, told: record, sequence });
      return true;
    },
    drop(id, sequence) {
      const entry = entryOf(id);
      if (entry.sequence <= sequence) write(id, { ...entry, told: null, sequence });
    },
    patch(id, sequence, update) {
      const entry = entryOf(id);
      if (entry.sequence >= sequence) return;
      write(id, { ...entry, told: entry.told && update(entry.told), sequence });
    },
    change(id, patch) {
      const change = { patch };
      const entry = entryOf(id);
      write(id, { ...entry, changes: [...entry.changes, change] });
      return () => {
        const now = entryOf(id);
        write(id, { ...now, changes: now.changes.filter((one) => one !== change) });
      };
    },
    forgetAges() {
      for (const [id, entry] of entries) {
        if (entry.told) entries.set(id, { ...entry, sequence: -1 });
        else entries.delete(id);
      }
    },
  };
}

function applyChanges<T extends object>({ told, changes }: Omit<Entry<T>, "shown">): T | null {
  if (told === null || changes.length === 0) return told;
  if (changes.some(({ patch }) => patch === null)) return null;
  return Object.assign({}, told, ...changes.map(({ patch }) => patch));
}
