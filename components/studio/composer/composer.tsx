"use client";

import { type ComponentProps, type ReactNode, Suspense, useState } from "react";
import { lazyPart } from "#components/layout/lazy-part.ts";
import type { ComposerOptions } from "#components/studio/composer/composer-options.ts";
import { ComposerStatus } from "#components/studio/composer/composer-status.tsx";
import { Dock } from "#components/studio/composer/dock.tsx";
import { GenerateButton } from "#components/studio/composer/generate-button.tsx";
import { PromptField } from "#components/studio/composer/prompt-field.tsx";
import { reasonAgainst } from "#components/studio/composer/reason-against.ts";
import { useComposer } from "#components/studio/composer/use-composer.ts";
import { usePressEvents } from "#components/studio/composer/use-press-events.ts";
import { usePromptKeys } from "#components/studio/composer/use-prompt-keys.ts";
import { useTouched } from "#components/studio/composer/use-touched.ts";
import { type ComposerErrors, preloadSchema } from "#components/studio/draft/check-draft.ts";
import { useEarlyPress } from "#components/studio/draft/use-early-press.ts";
import { wrongField } from "#components/studio/draft/wrong-field.ts";
import { priceLabel } from "#components/studio/parameters/model/price-label.ts";
import { ParameterBar } from "#components/studio/parameters/parameter-bar.tsx";
import { ParameterSheetButton } from "#components/studio/parameters/parameter-sheet-button.tsx";
import { AddButton } from "#components/studio/references/add-button.tsx";
import { ReferenceTray } from "#components/studio/references/reference-tray.tsx";
import { useWords } from "#components/words/words.tsx";
import { cn } from "#lib/platform/cn.ts";

const Correction = lazyPart(async () => {
  const { Correction } = await import("#components/studio/composer/correction.tsx");
  return Correction;
});

const formClass = cn(
  "group/composer relative mx-auto grid max-w-400 grid-cols-[minmax(0,1fr)_auto] rounded-composer bg-surface p-2 shadow-composer",
  "[anchor-name:--composer-box] forced-colors:border",
  "max-md:flex max-md:items-center max-md:gap-1 max-md:rounded-none max-md:py-1.5 max-md:ps-4 max-md:shadow-none",
  "max-md:data-touched:grid max-md:data-touched:gap-y-1 max-md:data-touched:rounded-t-composer max-md:data-touched:pt-3.5 max-md:data-touched:pb-2 max-md:data-touched:shadow-panel",
);

/** Where a prompt is written and its parameters are set; docked below the feed. */
export function Composer(options: ComposerOptions) {
  const { draft, references, offer, model, errors, ...composer } = useComposer(options);
  const t = useWords();
  const { form, isTouched } = useTouched();
  useEarlyPress(form, composer.press);
  const takeKey = usePromptKeys(options.draftStore);
  const [isFull, setIsFull] = useState(false);
  const pressEvents = usePressEvents((how) => {
    setIsFull(false);
    composer.press(how);
  });
  const n = Number(draft.n) || 1;
  const offered = { draft, model, models: offer?.models ?? [], onAccept: composer.accept };
  const correction = correctionOf(errors, offered);
  const bar = {
    draft,
    model,
    offers: options.offers,
    gatewayId: offer?.gateway.id ?? "",
    errors,
    onChange: composer.change,
    onNumber: composer.changeNumber,
    onModelChange: composer.changeModel,
  };

  return (
    <Dock>
      <form
        ref={form}
        data-slot="composer"
        data-touched={isTouched ? "" : undefined}
        data-full={isFull ? "" : undefined}
        aria-label={t("composer.title")}
        {...pressEvents}
        onFocus={preloadSchema}
        onKeyDown={(event) => takeKey(event) || pressEvents.onKeyDown(event)}
        className={formClass}
      >
        <ReferenceTray {...bar} draftStore={options.draftStore} references={references} />
        <PromptField
          value={draft.prompt}
          error={errors.prompt}
          isFull={isFull}
          onFullChange={setIsFull}
          onValueChange={(prompt) => composer.change({ prompt })}
        />
        <div className="flex min-w-0 flex-wrap items-center gap-1 pt-2 ps-0.5 max-md:contents">
          {model.referencesMax > 0 && <AddButton draftStore={options.draftStore} />}
          <div className="flex min-w-0 items-center gap-1 max-md:hidden">
            <ParameterBar {...bar} />
          </div>
          <ParameterSheetButton {...bar} correction={correction} />
          <ComposerStatus
            correction={correction}
            fitted={composer.fitted}
            changes={composer.changes}
            onSwitchBack={composer.switchBack}
            length={draft.prompt.length}
            lengthMax={model.promptCharactersMax}
          />
        </div>
        <GenerateButton
          n={n}
          price={priceLabel(model, { n, t })}
          reason={reasonAgainst({ prompt: draft.prompt, references, model, t })}
        />
      </form>
    </Dock>
  );
}

/** What is wrong, and how it would be right; null when nothing is. */
function correctionOf(
  errors: ComposerErrors,
  offered: Omit<ComponentProps<typeof Correction>, "message" | "field">,
): ReactNode {
  const field = wrongField(errors);
  const message = errors.form ?? (field && errors[field]);
  if (!message) return null;

  return (
    <Suspense fallback={message}>
      <Correction message={message} field={field} {...offered} />
    </Suspense>
  );
}
