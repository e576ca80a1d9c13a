/**
 * Every key that does something, by where it does, as it is set at first: the listeners, the sheet, the hints and Settings follow
 * from it, and the words of each have its name. "mod" is ⌘ on a Mac and Ctrl elsewhere; "g s" is one after the other.
 */
export const shortcutTable = {
  everywhere: {
    palette: "mod+k",
    studio: "g s",
    gallery: "g g",
    search: "/",
    focusPrompt: "alt+a",
    queue: "q",
    undo: "mod+z",
    sheet: "?",
  },
  composer: {
    generate: "mod+enter",
    generateFirst: "mod+shift+enter",
    olderPrompt: "alt+arrowup",
    newerPrompt: "alt+arrowdown",
  },
  picture: {
    runAgain: "r",
    remix: "e",
    vary: "v",
    applyPrompt: "p",
    applySize: "s",
    favorite: "f",
    download: "d",
    delete: "delete",
  },
  viewer: { details: "i", zoom: "z", fullscreen: "shift+f" },
  picker: { star: "alt+s", hide: "alt+h" },
} as const;

export type ShortcutScope = keyof typeof shortcutTable;

export type ShortcutId = {
  [Scope in ShortcutScope]: keyof (typeof shortcutTable)[Scope];
}[ShortcutScope];

/** The keys as they are set at first. */
export const usualKeys: Readonly<Record<ShortcutId, string>> = {
  ...shortcutTable.everywhere,
  ...shortcutTable.composer,
  ...shortcutTable.picture,
  ...shortcutTable.viewer,
  ...shortcutTable.picker,
};

/** The ids of a part of the table, in its order; `Object.keys` alone knows strings only. */
export function idsOf<Part extends object>(part: Part): Extract<keyof Part, string>[];
export function idsOf(part: object): string[] {
  return Object.keys(part);
}
