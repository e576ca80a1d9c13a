"use client";

import { ArrowUp } from "lucide-react";
import { type KeyboardEvent, Suspense } from "react";
import type { Submission } from "#components/data/submit/create-submitter.ts";
import { lazyPart } from "#components/layout/lazy-part.ts";
import { ComposerStatus } from "#components/studio/composer/composer-status.tsx";
import { PromptField } from "#components/studio/composer/prompt-field.tsx";
import { useComposer } from "#components/studio/composer/use-composer.ts";
import { preloadSchema } from "#components/studio/draft/check-draft.ts";
import type { DraftStore } from "#components/studio/draft/draft-store.ts";
import { wrongField } from "#components/studio/draft/wrong-field.ts";
import { priceLabel } from "#components/studio/parameters/model/price-label.ts";
import { MoreParameters } from "#components/studio/parameters/more-parameters.tsx";
import { ParameterBar } from "#components/studio/parameters/parameter-bar.tsx";
import { ParameterSheetButton } from "#components/studio/parameters/parameter-sheet-button.tsx";
import { Button } from "#components/ui/button.tsx";
import { useWords } from "#components/words/words.tsx";
import type { ModelOffer } from "#lib/contract/model-offer.ts";

const Correction = lazyPart(async () => {
  const { Correction } = await import("#components/studio/composer/correction.tsx");
  return Correction;
});

interface ComposerProps {
  draftStore: DraftStore;
  offers: readonly ModelOffer[];
  submit: (submission: Submission) => Promise<void>;
}

/** Where a prompt is written and its parameters are set; docked below the feed. */
export function Composer(props: ComposerProps) {
  const { draft, offer, model, errors, changes, ...composer } = useComposer(props);
  const t = useWords();
  const n = Number(draft.n) || 1;
  const isEmpty = draft.prompt.trim() === "";
  const wrong = wrongField(errors);
  const message = errors.form ?? (wrong && errors[wrong]);
  const correction = message ? (
    <Suspense fallback={message}>
      <Correction
        message={message}
        field={wrong}
        draft={draft}
        model={model}
        models={offer?.models ?? []}
        onAccept={composer.accept}
      />
    </Suspense>
  ) : null;
  const bar = {
    draft,
    model,
    offers: props.offers,
    gatewayId: offer?.gateway.id ?? "",
    errors,
    onChange: composer.change,
    onModelChange: composer.changeModel,
  };

  return (
    <form
      aria-label={t("composer.title")}
      onSubmit={composer.onSubmit}
      onFocus={preloadSchema}
      onKeyDown={submitOnCommandEnter}
      className="mx-auto w-full max-w-5xl rounded-composer bg-surface shadow-composer forced-colors:border"
    >
      <PromptField
        value={draft.prompt}
        error={errors.prompt}
        onValueChange={(prompt) => composer.change({ prompt })}
      />
      <div className="flex items-end gap-2 p-2.5 pt-1">
        <div className="hidden min-w-0 flex-1 flex-wrap items-center gap-1.5 md:flex">
          <ParameterBar {...bar} />
          <MoreParameters {...bar} />
        </div>
        <ParameterSheetButton {...bar} correction={correction} />
        <Button
          type="submit"
          variant="primary"
          disabled={isEmpty}
          aria-describedby="composer-status"
          className="max-md:px-3"
        >
          <ArrowUp aria-hidden className="size-4" />
          {t("composer.generate", { count: n, price: priceLabel(model, { n, t }) })}
        </Button>
      </div>
      <ComposerStatus
        id="composer-status"
        correction={correction}
        changes={changes}
        isEmpty={isEmpty}
      />
    </form>
  );
}

/** Not while an input method composes: its Enter chooses a character. */
function submitOnCommandEnter(event: KeyboardEvent<HTMLFormElement>) {
  const isCommand = event.ctrlKey || event.metaKey;
  if (event.key !== "Enter" || !isCommand || event.nativeEvent.isComposing) return;

  event.preventDefault();
  event.currentTarget.requestSubmit();
}
