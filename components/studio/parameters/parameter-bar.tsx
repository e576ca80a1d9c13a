"use client";

import type { ComposerDraft, DraftField } from "#components/studio/draft/composer-draft.ts";
import { ModelPicker } from "#components/studio/parameters/model/model-picker.tsx";
import type { ModelOption } from "#components/studio/parameters/model/model-sections.ts";
import { ParameterField } from "#components/studio/parameters/parameter-field.tsx";
import { SizePicker } from "#components/studio/parameters/size/size-picker.tsx";
import { Field } from "#components/ui/field.tsx";
import { NumberField } from "#components/ui/number-field.tsx";
import { useWords } from "#components/words/words.tsx";
import type { ModelOffer } from "#lib/contract/model-offer.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";
import { imagesMax } from "#lib/engine/request-limits.ts";

export interface ParameterBarProps {
  draft: ComposerDraft;
  model: EngineModel;
  offers: readonly ModelOffer[];
  /** Whose the model is; "" for nobody's. */
  gatewayId: string;
  errors: Partial<Record<DraftField, string>>;
  onModelChange: (option: ModelOption) => void;
  onChange: (values: Partial<ComposerDraft>) => void;
}

/** The parameters that are changed most. What the model cannot honour is not there. */
export function ParameterBar({
  draft,
  model,
  offers,
  gatewayId,
  errors,
  onModelChange,
  onChange,
}: ParameterBarProps) {
  const t = useWords();
  const honours = (name: EngineModel["parameters"][number]) => model.parameters.includes(name);

  return (
    <>
      <ModelPicker
        offers={offers}
        gatewayId={gatewayId}
        model={model}
        onValueChange={onModelChange}
        error={errors.model}
        isLabelHidden
        className="w-52"
      />
      {honours("size") && (
        <SizePicker
          value={draft.size}
          sizes={model.sizes}
          onValueChange={(size) => onChange({ size })}
        />
      )}
      {honours("quality") && (
        <ParameterField
          name="quality"
          isLabelHidden
          value={draft.quality}
          error={errors.quality}
          onValueChange={(quality) => onChange({ quality })}
        />
      )}
      <Field label={t("parameters.n")} data-field="n" isLabelHidden error={errors.n}>
        <NumberField
          label={t("parameters.n")}
          min={1}
          max={imagesMax}
          value={Number(draft.n) || 1}
          onValueChange={(n) => onChange({ n: String(n) })}
        />
      </Field>
      {honours("output_format") && (
        <ParameterField
          name="output_format"
          isLabelHidden
          value={draft.output_format}
          error={errors.output_format}
          onValueChange={(output_format) => onChange({ output_format })}
        />
      )}
      {honours("seed") && (
        <ParameterField
          name="seed"
          isLabelHidden
          className="w-24"
          value={draft.seed}
          error={errors.seed}
          onValueChange={(seed) => onChange({ seed })}
        />
      )}
    </>
  );
}
