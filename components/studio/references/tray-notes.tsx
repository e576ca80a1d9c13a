"use client";

import type { Reference } from "#components/studio/draft/reference.ts";
import type { ModelKey } from "#components/studio/parameters/model/model-sections.ts";
import { filesOfTray } from "#components/studio/references/files-of-tray.ts";
import { findTaker } from "#components/studio/references/find-taker.ts";
import { useWords } from "#components/words/words.tsx";
import type { ModelOffer } from "#lib/contract/model-offer.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";

interface TrayNotesProps {
  references: readonly Reference[];
  model: EngineModel;
  gatewayId: string;
  offers: readonly ModelOffer[];
  onModelChange: (key: ModelKey) => void;
  onSendAgain: (key: string) => void;
  onRemove: (key: string) => void;
}

const wordClass =
  "rounded-picture px-1 text-ink underline underline-offset-3 pointer-coarse:min-h-11";

/** What is not sent, and why; each with what can be done about it. */
export function TrayNotes({ references, model, ...on }: TrayNotesProps) {
  const t = useWords();
  const count = references.length;
  const left = count - model.referencesMax;
  const taker = left > 0 ? findTaker(on.offers, { count, gatewayId: on.gatewayId }) : null;
  const isWrong = left > 0 || references.some(({ state }) => state === "failed");
  const fitted = references.findLast((one) => one.state === "ready" && one.fitted);

  return (
    <div aria-live="polite" className="min-w-0 text-muted text-sm empty:hidden">
      {references.map((one) =>
        one.state === "failed" ? (
          <p key={one.key}>
            <b className="font-semibold text-danger">{one.name}</b> {one.message}
            {filesOfTray.has(one.key) && (
              <button type="button" className={wordClass} onClick={() => on.onSendAgain(one.key)}>
                {t("references.again")}
              </button>
            )}
            <button type="button" className={wordClass} onClick={() => on.onRemove(one.key)}>
              {t("references.remove")}
            </button>
          </p>
        ) : null,
      )}
      {left > 0 && (
        <p>
          {model.referencesMax === 0
            ? t("references.notTaken", { model: model.name, count })
            : t("references.tooMany", { model: model.name, most: model.referencesMax, left })}
          {taker && (
            <button
              type="button"
              className={wordClass}
              onClick={() => on.onModelChange({ gatewayId: taker.gatewayId, id: taker.model.id })}
            >
              {t("references.useModel", { model: taker.model.name })}
            </button>
          )}
        </p>
      )}
      {!isWrong && fitted?.state === "ready" && (
        <p>{t("references.fitted", { name: fitted.name, sizes: fitted.fitted ?? "" })}</p>
      )}
      {!isWrong && !fitted && count > 1 && <p>{t("references.mentionHint")}</p>}
    </div>
  );
}
