"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { DraftStore } from "#components/studio/draft/draft-store.ts";
import { draggedImageId, isImageDrag } from "#components/studio/references/dragged-image.ts";
import { takeFiles, takeImage } from "#components/studio/references/take-references.ts";
import { useWords } from "#components/words/words.tsx";

/** Takes what is dropped or pasted anywhere on the screen into the tray, and says where it goes while it is held over it. */
export function DropPlace({ draftStore }: { draftStore: DraftStore }) {
  const t = useWords();
  const [isOver, setIsOver] = useState(false);

  const addById = useEffectEvent((id: string) => takeImage(draftStore, { id }, t));
  const addThese = useEffectEvent((files: readonly File[]) => takeFiles(draftStore, files, t));

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const on = <Name extends keyof WindowEventMap>(
      name: Name,
      listener: (event: WindowEventMap[Name]) => void,
    ) => window.addEventListener(name, listener, { signal });

    on("dragover", (event) => {
      if (!event.dataTransfer || !isImageDrag(event.dataTransfer)) return;
      event.preventDefault();
      setIsOver(true);
    });
    on("dragleave", (event) => {
      // Out of the window, and not from one thing to another within it.
      if (event.relatedTarget === null) setIsOver(false);
    });
    on("dragend", () => setIsOver(false));
    on("drop", (event) => {
      setIsOver(false);
      const { dataTransfer } = event;
      if (!dataTransfer || !isImageDrag(dataTransfer)) return;
      event.preventDefault();
      const id = draggedImageId(dataTransfer);
      if (id) addById(id);
      else if (dataTransfer.files.length > 0) addThese([...dataTransfer.files]);
    });
    on("paste", (event) => {
      const { clipboardData } = event;
      // Cells of a table come as a text and a picture of it: the text is meant.
      const isText = clipboardData?.types.includes("text/plain");
      if (!clipboardData || isText || clipboardData.files.length === 0) return;
      event.preventDefault();
      addThese([...clipboardData.files]);
    });
    return () => controller.abort();
  }, []);

  if (!isOver) return null;
  return (
    <div className="pointer-events-none fixed inset-2 z-40 grid animate-appear place-items-center rounded-composer bg-surface/85 outline-2 outline-ink outline-dashed -outline-offset-8">
      <p className="font-semibold text-title">{t("references.drop")}</p>
    </div>
  );
}
