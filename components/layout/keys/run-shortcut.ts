import { chordOf } from "#components/layout/keys/chord-of.ts";
import { isTyping } from "#components/layout/keys/is-typing.ts";
import { readBindings } from "#components/layout/keys/key-bindings.ts";
import { idsOf, type ShortcutId, shortcutTable } from "#components/layout/keys/shortcut-table.ts";

/** What each does; one that returns false has left the keys to the browser. */
export type ShortcutActions = Partial<Record<ShortcutId, () => unknown>>;

/** How long the first of two keys waits for the second. */
const sequenceMs = 1_000;

let begun = { chord: "", at: Number.NEGATIVE_INFINITY };

/**
 * Runs the one of these actions that the pressed keys stand for, if they do. The browser then does nothing else with them, nor does
 * whoever listens further out. A key that is held counts once; while one types, only the palette's and a field's own are heeded.
 */
export function runShortcut(event: KeyboardEvent, actions: ShortcutActions): boolean {
  if (event.defaultPrevented || event.repeat) return false;
  const id = findShortcut(event, actions);
  if (!id || (isTyping(event) && !isNoLetter(event, id))) return false;

  if (actions[id]?.() === false) return false;
  event.preventDefault();
  return true;
}

/** Keeps the last key, which may be the first of two; for the outermost listener alone. */
export function rememberKey(event: KeyboardEvent): void {
  const chord = isTyping(event) || event.defaultPrevented ? null : chordOf(event);
  begun = { chord: chord ?? "", at: event.timeStamp };
}

function findShortcut(event: KeyboardEvent, actions: ShortcutActions): ShortcutId | undefined {
  const chord = chordOf(event);
  if (chord === null) return undefined;

  const bindings = readBindings();
  const isSecond = event.timeStamp > begun.at && event.timeStamp - begun.at < sequenceMs;
  const sequence = isSecond ? `${begun.chord} ${chord}` : "";
  // The second of two is no key of its own: G S leads to the studio, wherever S alone does something.
  const keys = Object.values(bindings).includes(sequence) ? sequence : chord;
  return idsOf(actions).find((id) => bindings[id] === keys);
}

/** With another key a letter is none that is written. A dialog has keys of its own, and so has a field that is there for them. */
function isNoLetter({ target, ctrlKey, metaKey, altKey }: KeyboardEvent, id: ShortcutId): boolean {
  if (!ctrlKey && !metaKey && !altKey) return false;
  if (id in shortcutTable.picker || id in shortcutTable.composer) return true;
  return id === "palette" && target instanceof Element && !target.closest("dialog[open]");
}
