"use client";

import { Copy, Dices, History, ImagePlus, PenLine, RotateCw, Trash2 } from "lucide-react";
import { Suspense, useState } from "react";
import { KeyHint } from "#components/layout/key-hint.tsx";
import { wordedPart } from "#components/layout/worded-part.tsx";
import { useStudioActions } from "#components/studio/actions/studio-actions.ts";
import { focusNextCard } from "#components/studio/feed/focus/focus-next.ts";
import { Menu } from "#components/ui/menu.tsx";
import { MenuItem } from "#components/ui/menu-item.tsx";
import { useWords } from "#components/words/words.tsx";
import type { GenerationView } from "#lib/contract/generation-view.ts";

const HistoryDialog = wordedPart(async () => {
  const { HistoryDialog } = await import("#components/image/history/history-dialog.tsx");
  return HistoryDialog;
});

/** What can be done to a generation. */
export function GenerationMenu({ generation }: { generation: GenerationView }) {
  const t = useWords();
  const {
    runAgain,
    remix,
    vary,
    copyPrompt,
    remove,
    useAsReference: addToTray,
  } = useStudioActions();
  const [image, ...others] = generation.images;
  const [isHistoryOpen, setIsHistoryOpen] = useState(false);
  const isEnded = generation.endedAt !== null;

  return (
    <>
      <Menu label={t("feed.actions")}>
        <MenuItem onClick={() => runAgain(generation)}>
          <RotateCw aria-hidden />
          {t("image.runAgain")}
          <KeyHint id="runAgain" />
        </MenuItem>
        <MenuItem onClick={() => remix(generation)}>
          <PenLine aria-hidden />
          {t("feed.remix")}
          <KeyHint id="remix" />
        </MenuItem>
        <MenuItem onClick={() => vary(generation)}>
          <Dices aria-hidden />
          {t("feed.vary")}
          <KeyHint id="vary" />
        </MenuItem>
        {image && (
          <MenuItem onClick={() => [image, ...others].forEach(addToTray)}>
            <ImagePlus aria-hidden />
            {t("image.useAsReference")}
          </MenuItem>
        )}
        <MenuItem onClick={() => copyPrompt(generation)}>
          <Copy aria-hidden />
          {t("image.copyPrompt")}
        </MenuItem>
        <MenuItem onClick={() => setIsHistoryOpen(true)}>
          <History aria-hidden />
          {t("image.history")}
        </MenuItem>
        {isEnded && (
          <MenuItem
            tone="danger"
            onClick={({ currentTarget }) => {
              focusNextCard(currentTarget);
              remove(generation);
            }}
          >
            <Trash2 aria-hidden />
            {t("image.delete")}
          </MenuItem>
        )}
      </Menu>
      <Suspense>
        {isHistoryOpen && (
          <HistoryDialog generation={generation} onClose={() => setIsHistoryOpen(false)} />
        )}
      </Suspense>
    </>
  );
}
