import type { KeyBindings } from "#components/layout/keys/key-bindings.ts";
import {
  idsOf,
  type ShortcutId,
  type ShortcutScope,
  shortcutTable,
  usualKeys,
} from "#components/layout/keys/shortcut-table.ts";

/** What moves, opens and closes, everywhere; and what a browser keeps for itself or for its fields. */
const reserved =
  /^((shift\+)?(escape|tab|enter|space|arrow\w+|home|end|pageup|pagedown)|mod\+(shift\+)?([acflnpqrtvwx]|tab))$/;

/** Whether keys can be given to something. */
export function isReserved(keys: string): boolean {
  return reserved.test(keys);
}

/** Whether a chord is the first of two: it then waits for the second. */
export function isFirstOfTwo(chord: string, bindings: KeyBindings): boolean {
  return Object.values(bindings).some((keys) => keys.startsWith(`${chord} `));
}

/** What has the keys already, where both would be meant; null where nothing has. */
export function findConflict(
  id: ShortcutId,
  keys: string,
  bindings: KeyBindings,
): ShortcutId | null {
  if (keys === "") return null;
  const own = scopeOf(id);
  const other = idsOf(usualKeys).find(
    (one) => one !== id && bindings[one] === keys && areMeantTogether(own, scopeOf(one)),
  );
  return other ?? null;
}

function scopeOf(id: ShortcutId): ShortcutScope | undefined {
  return idsOf(shortcutTable).find((scope) => id in shortcutTable[scope]);
}

/** While a model is looked for, one writes: no other keys are any. */
function areMeantTogether(one: ShortcutScope | undefined, other: ShortcutScope | undefined) {
  return (one === "picker") === (other === "picker");
}
