"use client";

import { ChevronDown } from "lucide-react";
import { Suspense, useRef } from "react";
import { lazyPart } from "#components/layout/lazy-part.ts";
import type { ModelOption } from "#components/studio/parameters/model/model-sections.ts";
import { priceLabel } from "#components/studio/parameters/model/price-label.ts";
import { Field } from "#components/ui/field.tsx";
import { FieldContext, useFieldControl } from "#components/ui/field-context.ts";
import { Popover } from "#components/ui/popover.tsx";
import { useWords } from "#components/words/words.tsx";
import type { ModelOffer } from "#lib/contract/model-offer.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";

interface ModelPickerProps {
  offers: readonly ModelOffer[];
  /** The one that is chosen, and whose it is. */
  model: EngineModel;
  gatewayId: string;
  onValueChange: (option: ModelOption) => void;
  isLabelHidden?: boolean;
  error?: string | undefined;
  className?: string;
}

const ModelOptions = lazyPart(async () => {
  const { ModelOptions } = await import("#components/studio/parameters/model/model-options.tsx");
  return ModelOptions;
});

const none = {};

/** The model, found by a few letters among thousands, or named. */
export function ModelPicker({
  isLabelHidden = false,
  error,
  className,
  ...picker
}: ModelPickerProps) {
  const t = useWords();

  return (
    <Field
      label={t("parameters.model")}
      data-field="model"
      isLabelHidden={isLabelHidden}
      error={error}
      {...(className && { className })}
    >
      <PickerButton {...picker} />
    </Field>
  );
}

function PickerButton({
  offers,
  model,
  gatewayId,
  onValueChange,
}: Pick<ModelPickerProps, "offers" | "model" | "gatewayId" | "onValueChange">) {
  const t = useWords();
  const control = useFieldControl();
  const inside = useRef<HTMLDivElement>(null);
  const name = model.name || model.id || t("feed.defaultModel");

  function choose(option: ModelOption) {
    onValueChange(option);
    inside.current?.closest<HTMLElement>("[popover]")?.hidePopover();
  }

  return (
    <Popover
      label={t("parameters.model")}
      triggerProps={{
        ...control,
        onPointerEnter: ModelOptions.preload,
        onFocus: ModelOptions.preload,
        "aria-label": t("composer.modelIs", { name, price: priceLabel(model, { n: 1, t }) }),
        title: model.id,
        className:
          "inline-flex h-9 w-full min-w-0 items-center gap-2 rounded-control border border-transparent px-3 text-md transition-colors hover:bg-fill aria-invalid:border-danger pointer-coarse:h-11",
      }}
      trigger={
        <>
          <span className="min-w-0 flex-1 truncate text-start">{name}</span>
          <ChevronDown aria-hidden className="size-3.5 shrink-0 text-muted" />
        </>
      }
      className="w-96 max-w-[calc(100vw-2.25rem)] overflow-hidden"
    >
      {/* The field is this button's, not that of the search inside. */}
      <FieldContext value={none}>
        <div ref={inside}>
          <Suspense fallback={<div className="h-56" />}>
            <ModelOptions offers={offers} value={{ gatewayId, id: model.id }} onChoose={choose} />
          </Suspense>
        </div>
      </FieldContext>
    </Popover>
  );
}
