"use client";

import { useEffect, useState } from "react";
import { pushUndo } from "#components/data/change/undo-stack.ts";
import type { DraftStore } from "#components/studio/draft/draft-store.ts";
import type { Reference } from "#components/studio/draft/reference.ts";
import type { ModelKey } from "#components/studio/parameters/model/model-sections.ts";
import { MentionList } from "#components/studio/references/mention-list.tsx";
import {
  removeReference,
  sendAgain,
  settleReferences,
} from "#components/studio/references/send-references.ts";
import { TrayItem } from "#components/studio/references/tray-item.tsx";
import { TrayNotes } from "#components/studio/references/tray-notes.tsx";
import { announce } from "#components/ui/announcement-store.ts";
import { showToast } from "#components/ui/toast-store.ts";
import { useWords } from "#components/words/words.tsx";
import type { ModelOffer } from "#lib/contract/model-offer.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";

interface TrayProps {
  draftStore: DraftStore;
  references: readonly Reference[];
  model: EngineModel;
  gatewayId: string;
  offers: readonly ModelOffer[];
  onModelChange: (key: ModelKey) => void;
}

/** The pictures that the model is to look at, in their order. */
export function Tray({ draftStore, references, model, ...choice }: TrayProps) {
  const t = useWords();
  const [dragged, setDragged] = useState<string | null>(null);

  useEffect(() => settleReferences(draftStore, references, t), [draftStore, references, t]);

  function move(key: string, to: number) {
    const from = references.findIndex((one) => one.key === key);
    const one = references[from];
    if (!one || to < 0 || to >= references.length || from === to) return;

    const moved = references.toSpliced(from, 1).toSpliced(to, 0, one);
    draftStore.dispatch({ type: "referenced", references: moved });
    const said = { name: one.name, place: to + 1, count: references.length };
    announce(t("references.moved", said));
  }

  function remove(key: string) {
    const at = references.findIndex((one) => one.key === key);
    const one = references[at];
    if (!one) return;

    removeReference(draftStore, key);
    const putBack = () => {
      const now = draftStore.read().references;
      draftStore.dispatch({ type: "referenced", references: now.toSpliced(at, 0, one) });
      if (one.state !== "ready") void sendAgain(draftStore, key, t);
    };
    const run = pushUndo(putBack);
    showToast(t("references.removed"), { action: { label: t("image.undo"), run } });
    focusBeside(references[at + 1] ?? references[at - 1]);
  }

  return (
    <div
      data-slot="tray"
      className="folded:hidden col-start-1 flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 px-3.5 pt-2 max-md:order-first max-md:col-span-2 max-md:px-0 max-md:pt-0"
    >
      <ul
        aria-label={t("references.title")}
        className="flex max-h-36 min-w-0 flex-wrap gap-2 overflow-y-auto p-0.5"
      >
        {references.map((one, at) => (
          <TrayItem
            key={one.key}
            reference={one}
            place={at + 1}
            count={references.length}
            isSent={at < model.referencesMax}
            onMove={(to) => move(one.key, to - 1)}
            onRemove={() => remove(one.key)}
            onDragStart={() => setDragged(one.key)}
            onDragEnd={() => setDragged(null)}
            onDragOver={() => dragged !== null && move(dragged, at)}
          />
        ))}
      </ul>
      <TrayNotes
        references={references}
        model={model}
        {...choice}
        onSendAgain={(key) => void sendAgain(draftStore, key, t)}
        onRemove={remove}
      />
      <MentionList references={references.slice(0, model.referencesMax)} />
    </div>
  );
}

/** Where what had the focus is gone, the next one has it, or the prompt. */
function focusBeside(next: Reference | undefined): void {
  const place = next
    ? document.querySelector<HTMLElement>(`[data-reference="${next.key}"] button`)
    : document.getElementsByName("prompt")[0];
  place?.focus();
}
