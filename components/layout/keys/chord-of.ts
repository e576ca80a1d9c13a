import { readPlatform } from "#components/layout/keys/read-platform.ts";
import { isComposing } from "#components/ui/is-composing.ts";

/** What is read of a `KeyboardEvent`. */
export type PressedKey = Pick<
  KeyboardEvent,
  | "key"
  | "code"
  | "ctrlKey"
  | "metaKey"
  | "altKey"
  | "shiftKey"
  | "isComposing"
  | "keyCode"
  | "getModifierState"
>;

/**
 * What was pressed, as "mod+shift+k" or "delete"; null for what is no key of ours: a modifier alone, the other platform's, and
 * whatever an input method composes. Where a keyboard writes no Latin letters, a letter is the key that it stands on.
 */
export function chordOf(event: PressedKey, platform = readPlatform()): string | null {
  const { key, altKey, shiftKey } = event;
  if (
    isComposing(event) ||
    /^(Control|Meta|Alt|Shift|AltGraph|CapsLock|Dead|Process|Unidentified)$/.test(key)
  ) {
    return null;
  }

  const isMac = platform === "mac";
  // By AltGr a character is written, whatever modifiers a browser tells of.
  const isWritten = event.getModifierState("AltGraph");
  const isMod = !isWritten && (isMac ? event.metaKey : event.ctrlKey);
  if (!isWritten && (isMac ? event.ctrlKey : event.metaKey)) return null;

  const isAlt = altKey && !isWritten;
  const name = nameOf(event, { isMac, isAlt });
  const modifiers = [
    isMod && "mod+",
    isAlt && "alt+",
    // What shift makes of another character is that character.
    shiftKey && /^[a-z]/.test(name) && "shift+",
  ];
  return [...modifiers, name].filter(Boolean).join("");
}

function nameOf(
  { key, code }: PressedKey,
  { isMac, isAlt }: { isMac: boolean; isAlt: boolean },
): string {
  const [, letter] = /^(?:Key|Digit)(.)$/.exec(code) ?? [];
  if (letter && (isAlt || !/^[ -~]+$/.test(key))) return letter.toLowerCase();
  if (key === " ") return "space";
  // A Mac's keyboard has no other key for it.
  const name = key.toLowerCase();
  return isMac && name === "backspace" ? "delete" : name;
}
