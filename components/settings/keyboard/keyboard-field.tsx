"use client";

import { changeBindings } from "#components/layout/keys/key-bindings.ts";
import { idsOf, shortcutTable, usualKeys } from "#components/layout/keys/shortcut-table.ts";
import { useBindings } from "#components/layout/keys/use-bindings.ts";
import { ShortcutRow } from "#components/settings/keyboard/shortcut-row.tsx";
import { Button } from "#components/ui/button.tsx";
import { useWords } from "#components/words/words.tsx";

/** Every key that can be set, by where it is one; and the way back to all of them as they were. */
export function KeyboardField() {
  const t = useWords();
  const bindings = useBindings();
  const isChanged = idsOf(usualKeys).some((id) => bindings[id] !== usualKeys[id]);

  return (
    <>
      {idsOf(shortcutTable).map((scope) => (
        <section key={scope} aria-label={t(`shortcuts.${scope}`)}>
          <h3 className="pb-1 font-[550] text-muted text-xs">{t(`shortcuts.${scope}`)}</h3>
          <ul>
            {idsOf(shortcutTable[scope]).map((id) => (
              <ShortcutRow key={id} id={id} bindings={bindings} />
            ))}
          </ul>
        </section>
      ))}
      {isChanged && (
        <Button className="self-start" onClick={() => changeBindings(usualKeys)}>
          {t("shortcuts.resetAll")}
        </Button>
      )}
    </>
  );
}
