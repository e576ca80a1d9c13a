"use client";

import { useState } from "react";
import type { ComposerFill } from "#components/data/fill-composer.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { findDifferences } from "#components/viewer/apply/find-differences.ts";
import { readKeptDraft } from "#components/viewer/apply/kept-draft.ts";
import { useWords } from "#components/words/words.tsx";
import type { ImageDetail } from "#lib/contract/image-detail.ts";

interface ApplyDialogProps {
  detail: ImageDetail;
  onClose: () => void;
  onApply: (fill: ComposerFill) => void;
}

/** Where the composer has something otherwise than the picture: what of it is to be taken over, all of it at first. */
export function ApplyDialog({ detail, onClose, onApply }: ApplyDialogProps) {
  const t = useWords();
  const [differences] = useState(() => findDifferences(detail, readKeptDraft(), t));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = differences.filter(({ name }) => !left.has(name));

  function apply() {
    onClose();
    const values = Object.assign({}, ...chosen.map((one) => one.values));
    onApply({ values, sourceGenerationId: detail.image.generationId });
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t("viewer.applyTitle")}
      actions={
        differences.length > 0 && (
          <Button disabled={chosen.length === 0} onClick={apply}>
            {t("viewer.applyChosen", { count: chosen.length })}
          </Button>
        )
      }
    >
      {differences.length === 0 && <p className="text-muted">{t("viewer.nothingDiffers")}</p>}
      <ul className="flex flex-col">
        {differences.map(({ name, label, from, to }) => (
          <li key={name}>
            <label className="-mx-2 flex min-h-11 gap-3 rounded-control px-2 py-1.5 hover:bg-fill">
              <input
                type="checkbox"
                checked={!left.has(name)}
                className="mt-0.5 size-4 shrink-0 accent-(--ink)"
                onChange={({ target }) => {
                  const next = new Set(left);
                  if (target.checked) next.delete(name);
                  else next.add(name);
                  setLeft(next);
                }}
              />
              <span className="min-w-0 text-md">
                <span className="block font-medium">{label}</span>
                <span className="block break-words text-muted">
                  <del dir="auto">{from}</del> <span aria-hidden>→</span>{" "}
                  <ins dir="auto" className="text-ink no-underline">
                    {to}
                  </ins>
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
