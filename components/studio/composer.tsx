"use client";

import { ArrowUp, Settings2 } from "lucide-react";
import { type KeyboardEvent, lazy, Suspense, useState } from "react";
import { loadSchema } from "#components/studio/check-draft.ts";
import { draftFields } from "#components/studio/composer-draft.ts";
import { ComposerStatus } from "#components/studio/composer-status.tsx";
import { Correction } from "#components/studio/correction.tsx";
import type { DraftStore } from "#components/studio/draft-store.ts";
import { MoreParameters } from "#components/studio/more-parameters.tsx";
import { ParameterBar } from "#components/studio/parameter-bar.tsx";
import { priceLabel } from "#components/studio/price-label.ts";
import { describeSize } from "#components/studio/size-of.ts";
import { useComposer } from "#components/studio/use-composer.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import type { EngineModel } from "#lib/engine/image-engine.ts";
import type { Press } from "#lib/generation/create-presser.ts";
import type { GenerationView } from "#lib/generation/generation-view.ts";

const ParameterSheet = lazy(async () => {
  const { ParameterSheet } = await import("#components/studio/parameter-sheet.tsx");
  return { default: ParameterSheet };
});

interface ComposerProps {
  draftStore: DraftStore;
  models: readonly EngineModel[];
  engine: GenerationView["engine"];
  press: (press: Press) => Promise<void>;
}

/** Where a prompt is written and its parameters are set; docked below the feed. */
export function Composer(props: ComposerProps) {
  const { draft, model, errors, changes, ...composer } = useComposer(props);
  const [isSheetOpen, setIsSheetOpen] = useState(false);
  const n = Number(draft.n) || 1;
  const isEmpty = draft.prompt.trim() === "";
  const { prompt: promptError, form: formError, ...fieldErrors } = errors;
  const message = formError ?? Object.values(fieldErrors)[0];
  const correction = message ? (
    <Correction message={message} suggestion={composer.suggestion} onAccept={composer.accept} />
  ) : null;
  const bar = {
    draft,
    model,
    models: props.models,
    errors,
    onChange: composer.change,
    onModelChange: composer.changeModel,
  };

  return (
    <form
      aria-label="Composer"
      onSubmit={composer.submit}
      onFocus={loadSchema}
      onKeyDown={submitOnCommandEnter}
      className="mx-auto w-full max-w-5xl rounded-xl border border-line bg-surface shadow-floating transition-colors focus-within:border-line-strong"
    >
      <Field
        label="Prompt"
        isLabelHidden
        error={promptError}
        data-field="prompt"
        className="px-4 pt-3.5 pb-1"
      >
        <Textarea
          name="prompt"
          placeholder="Describe a picture…"
          value={draft.prompt}
          onChange={(event) => composer.change({ prompt: event.target.value })}
          className="text-base/6 outline-none"
        />
      </Field>
      <div className="flex items-end gap-2 p-2.5 pt-1">
        <div className="hidden min-w-0 flex-1 flex-wrap items-center gap-1.5 md:flex">
          <ParameterBar {...bar} />
          <MoreParameters {...bar} />
        </div>
        <Button
          variant="ghost"
          className="min-w-0 flex-1 justify-start md:hidden"
          aria-haspopup="dialog"
          data-holds={draftFields().join(" ")}
          onClick={() => setIsSheetOpen(true)}
        >
          <Settings2 aria-hidden className="size-4 shrink-0" />
          <span className="truncate">
            {model.name} · {describeSize(draft.size)}
          </span>
        </Button>
        <Button
          type="submit"
          variant="primary"
          disabled={isEmpty}
          aria-describedby="composer-status"
          className="max-md:px-3"
        >
          <ArrowUp aria-hidden className="size-4" />
          Generate {n} · {priceLabel(model, n)}
        </Button>
      </div>
      <ComposerStatus
        id="composer-status"
        correction={correction}
        changes={changes}
        isEmpty={isEmpty}
      />
      <Suspense>
        {isSheetOpen && (
          <ParameterSheet {...bar} correction={correction} onClose={() => setIsSheetOpen(false)} />
        )}
      </Suspense>
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
