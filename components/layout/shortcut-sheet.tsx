"use client";

import { KeyCaps } from "#components/layout/keys/key-caps.tsx";
import { idsOf, type ShortcutId, shortcutTable } from "#components/layout/keys/shortcut-table.ts";
import { useBindings } from "#components/layout/keys/use-bindings.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { useWords } from "#components/words/words.tsx";
import type { MessageKey } from "#messages/messages.ts";

interface Row {
  keys: string;
  does: MessageKey;
}

/** What no setting changes: the browser's own, or a field's. */
const fixed: Record<"everywhere" | "picture", readonly Row[]> = {
  everywhere: [{ keys: "escape", does: "shortcuts.close" }],
  picture: [
    { keys: "enter", does: "shortcuts.open" },
    { keys: ["arrowleft", "arrowright"].join(" "), does: "shortcuts.neighbours" },
    { keys: "space", does: "shortcuts.select" },
    { keys: "mod+a", does: "shortcuts.selectAll" },
  ],
};

/** All keys as they are set, in this platform's names. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const t = useWords();
  const bindings = useBindings();
  const rowsOf = (ids: readonly ShortcutId[]): Row[] =>
    ids.map((id) => ({ keys: bindings[id], does: `shortcuts.${id}` }));
  const { everywhere, composer, picture, viewer, picker } = shortcutTable;
  const groups: [title: MessageKey, rows: readonly Row[]][] = [
    ["shortcuts.everywhere", [...rowsOf(idsOf(everywhere)), ...fixed.everywhere]],
    ["shortcuts.composer", rowsOf(idsOf(composer))],
    ["shortcuts.picture", [...fixed.picture, ...rowsOf([...idsOf(picture), ...idsOf(viewer)])]],
    ["shortcuts.picker", rowsOf(idsOf(picker))],
  ];

  return (
    <Dialog isOpen onClose={onClose} title={t("shortcuts.title")} placement="wide">
      <div className="gap-8 md:columns-2">
        {groups.map(([title, rows]) => (
          <section key={title} aria-label={t(title)} className="mb-4 break-inside-avoid">
            <h3 className="font-medium text-muted text-sm">{t(title)}</h3>
            <dl>
              {rows
                .filter(({ keys }) => keys !== "")
                .map(({ keys, does }) => (
                  <div key={does} className="flex min-h-9 items-center justify-between gap-4">
                    <dt>{t(does)}</dt>
                    <dd>
                      <KeyCaps keys={keys} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
