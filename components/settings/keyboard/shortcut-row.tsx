"use client";

import { useRef } from "react";
import { changeBindings, type KeyBindings } from "#components/layout/keys/key-bindings.ts";
import { KeyCaps } from "#components/layout/keys/key-caps.tsx";
import { type ShortcutId, usualKeys } from "#components/layout/keys/shortcut-table.ts";
import { useKeyRecorder } from "#components/settings/keyboard/use-key-recorder.ts";
import { Button } from "#components/ui/button.tsx";
import { useWords } from "#components/words/words.tsx";
import { cn } from "#lib/platform/cn.ts";

interface ShortcutRowProps {
  id: ShortcutId;
  bindings: KeyBindings;
}

/** One shortcut: press its button, then the new keys. Keys that something else has are named, and can be swapped. */
export function ShortcutRow({ id, bindings }: ShortcutRowProps) {
  const t = useWords();
  const button = useRef<HTMLButtonElement>(null);
  const { isRecording, begun, problem, start, cancel, swap, record, give } = useKeyRecorder(
    id,
    bindings,
  );
  const keys = bindings[id];
  const name = t(`shortcuts.${id}`);
  const back = (then: () => void) => () => {
    then();
    button.current?.focus();
  };

  return (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-1 py-0.5">
      <span className="min-w-0 flex-1">{name}</span>
      {keys !== usualKeys[id] && !isRecording && (
        <Button
          size="small"
          variant="ghost"
          aria-label={t("shortcuts.reset", { name })}
          onClick={back(() => give(usualKeys[id]))}
        >
          {t("shortcuts.resetOne")}
        </Button>
      )}
      {isRecording && keys !== "" && (
        <Button
          size="small"
          variant="ghost"
          // The focus stays where keys are listened to.
          onPointerDown={(event) => event.preventDefault()}
          onClick={back(() => {
            changeBindings({ [id]: "" });
            cancel();
          })}
        >
          {t("shortcuts.none")}
        </Button>
      )}
      <button
        ref={button}
        type="button"
        aria-pressed={isRecording}
        onClick={isRecording ? cancel : start}
        onKeyDown={record}
        onBlur={cancel}
        className={cn(
          "flex min-h-9 min-w-20 items-center justify-end rounded-control px-2 text-muted hover:bg-fill pointer-coarse:min-h-11",
          isRecording && "bg-fill text-ink outline-2 outline-ink",
        )}
      >
        <span className="sr-only">{t("shortcuts.change", { name })} </span>
        {isRecording && begun === "" && t("shortcuts.press")}
        {isRecording && begun !== "" && <KeyCaps keys={`${begun} …`} />}
        {!isRecording && (keys === "" ? t("shortcuts.none") : <KeyCaps keys={keys} />)}
      </button>
      <p role="status" className="w-full text-end text-sm text-warning empty:hidden">
        {problem?.type === "reserved" && t("shortcuts.reserved")}
        {problem?.type === "taken" && (
          <>
            {t("shortcuts.taken", { name: t(`shortcuts.${problem.by}`) })}{" "}
            <Button size="small" className="text-ink" onClick={back(swap)}>
              {t("shortcuts.swap")}
            </Button>
          </>
        )}
      </p>
    </li>
  );
}
