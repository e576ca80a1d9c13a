"use client";

import { ChevronDown } from "lucide-react";
import { Suspense, useRef, useState } from "react";
import { lazyPart } from "#components/layout/lazy-part.ts";
import { controlClass } from "#components/studio/parameters/control/control-class.ts";
import { RowSkeletons } from "#components/studio/parameters/control/row-skeletons.tsx";
import { SheetHeading } from "#components/studio/parameters/heading/sheet-heading.tsx";
import { ModelSearchField } from "#components/studio/parameters/model/model-search-field.tsx";
import type { ModelOption } from "#components/studio/parameters/model/model-sections.ts";
import { priceLabel } from "#components/studio/parameters/model/price-label.ts";
import type { EarlySearch } from "#components/studio/parameters/model/use-model-search.ts";
import { Field } from "#components/ui/field.tsx";
import { FieldContext, useFieldControl } from "#components/ui/field-context.ts";
import { isComposing } from "#components/ui/is-composing.ts";
import { Popover } from "#components/ui/popover.tsx";
import { useWords } from "#components/words/words.tsx";
import type { ModelOffer } from "#lib/contract/model-offer.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";
import { cn } from "#lib/platform/cn.ts";

interface ModelPickerProps {
  offers: readonly ModelOffer[];
  /** The one that is chosen, and whose it is. */
  model: EngineModel;
  gatewayId: string;
  onValueChange: (option: ModelOption) => void;
  layout?: "bar" | "row";
  error?: string | undefined;
}

const ModelOptions = lazyPart(async () => {
  const { ModelOptions } = await import("#components/studio/parameters/model/model-options.tsx");
  return ModelOptions;
});

/** On a phone it takes the place of the sheet that it was opened from, and is as high as one may be. */
const sheetOnPhone =
  "max-md:inset-x-0 max-md:top-auto max-md:bottom-(--keyboard-height,0px) max-md:m-0 max-md:h-[min(85dvh,calc(100dvh-var(--keyboard-height,0px)-1rem))] max-md:max-h-none max-md:w-full max-md:max-w-none max-md:rounded-t-composer max-md:rounded-b-none max-md:pb-[max(0.75rem,env(safe-area-inset-bottom))] max-md:shadow-none";

/** So many are in sight at first. */
const rowsMax = 6;

const none = {};
const nothingYet: EarlySearch = { query: "", isEntered: false };

/** The model, found by a few letters among thousands, or named. */
export function ModelPicker({ layout = "bar", error, ...picker }: ModelPickerProps) {
  const t = useWords();

  return (
    <Field
      label={t("parameters.model")}
      data-field="model"
      isLabelHidden={layout === "bar"}
      layout={layout === "bar" ? "column" : "row"}
      error={error}
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
  const [early, setEarly] = useState(nothingYet);
  const price = priceLabel(model, { n: 1, t });
  const name = model.name || model.id || t("feed.defaultModel");

  const close = () => inside.current?.closest<HTMLElement>("[popover]")?.hidePopover();

  return (
    <Popover
      label={t("parameters.model")}
      place="above-composer"
      triggerProps={{
        ...control,
        onPointerEnter: ModelOptions.preload,
        onFocus: ModelOptions.preload,
        "aria-label": t("composer.modelIs", { name, price }),
        title: model.id,
        className: cn(controlClass, "aria-invalid:text-danger"),
      }}
      trigger={
        <>
          <span className="min-w-0 max-w-60 truncate text-start font-semibold">{name}</span>{" "}
          <span className="text-muted max-xl:hidden">{price}</span>
          <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
        </>
      }
      onToggle={({ newState }) => newState === "closed" && setEarly(nothingYet)}
      className={cn("w-148 overflow-hidden p-3", sheetOnPhone)}
    >
      {/* The field is this button's, not that of the search inside. */}
      <FieldContext value={none}>
        <div ref={inside} className="max-md:flex max-md:h-full max-md:flex-col">
          <SheetHeading
            title={t("parameters.model")}
            action={{ label: t("composer.done"), run: close }}
            className="-mt-1 mb-2 md:hidden"
          />
          <Suspense
            fallback={
              <div>
                <ModelSearchField
                  offers={offers}
                  aria-expanded={false}
                  onChange={({ target }) => setEarly({ query: target.value, isEntered: false })}
                  onKeyDown={(event) => {
                    if (event.key !== "Enter" || isComposing(event.nativeEvent)) return;
                    event.preventDefault();
                    setEarly({ ...early, isEntered: true });
                  }}
                />
                <RowSkeletons
                  end="words"
                  count={Math.min(offers.flatMap(({ models }) => models).length, rowsMax)}
                />
              </div>
            }
          >
            <ModelOptions
              offers={offers}
              value={{ gatewayId, id: model.id }}
              onChoose={(option) => {
                onValueChange(option);
                close();
              }}
              early={early}
            />
          </Suspense>
        </div>
      </FieldContext>
    </Popover>
  );
}
