"use client";

import { readPlatform } from "#components/layout/read-platform.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { useWords } from "#components/words/words.tsx";
import type { MessageKey } from "#messages/messages.ts";

interface Shortcut {
  /** Pressed together, or one after the other: as they are written, or by a code of `shortcuts.key`. */
  keys: readonly string[];
  does: MessageKey;
}

const groups: { title: MessageKey; shortcuts: readonly Shortcut[] }[] = [
  {
    title: "shortcuts.everywhere",
    shortcuts: [
      { keys: ["G", "S"], does: "shortcuts.studio" },
      { keys: ["G", "G"], does: "shortcuts.gallery" },
      { keys: ["Q"], does: "shortcuts.queue" },
      { keys: ["mod", "Z"], does: "shortcuts.undo" },
      { keys: ["?"], does: "shortcuts.sheet" },
      { keys: ["esc"], does: "shortcuts.close" },
    ],
  },
  {
    title: "shortcuts.composer",
    shortcuts: [
      { keys: ["mod", "↵"], does: "shortcuts.generate" },
      { keys: ["mod", "⇧", "↵"], does: "shortcuts.generateFirst" },
    ],
  },
  {
    title: "shortcuts.picture",
    shortcuts: [
      { keys: ["←", "→"], does: "shortcuts.neighbours" },
      { keys: ["F"], does: "shortcuts.favorite" },
      { keys: ["R"], does: "shortcuts.runAgain" },
      { keys: ["E"], does: "shortcuts.remix" },
      { keys: ["D"], does: "shortcuts.download" },
      { keys: ["I"], does: "shortcuts.details" },
      { keys: ["del"], does: "shortcuts.delete" },
    ],
  },
];

/** All keys, in this platform's names. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const t = useWords();
  const isMac = readPlatform() === "mac";

  return (
    <Dialog isOpen onClose={onClose} title={t("shortcuts.title")}>
      {groups.map(({ title, shortcuts }) => (
        <section key={title} aria-label={t(title)}>
          <h3 className="font-medium text-muted text-sm">{t(title)}</h3>
          <dl>
            {shortcuts.map(({ keys, does }) => (
              <div key={does} className="flex min-h-9 items-center justify-between gap-4">
                <dt>{t(does)}</dt>
                <dd className="flex gap-1">
                  {keys.map((key, at) => (
                    <kbd
                      // G G is the same key twice.
                      key={keys.slice(0, at + 1).join(" ")}
                      className="min-w-6 rounded-picture bg-fill px-1.5 py-0.5 text-center font-sans text-sm forced-colors:border"
                    >
                      {key.length > 1
                        ? t("shortcuts.key", { key: isMac ? `${key}_mac` : key })
                        : key}
                    </kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
