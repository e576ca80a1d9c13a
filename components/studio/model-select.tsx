"use client";

import { priceLabel } from "#components/studio/price-label.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import type { EngineModel } from "#lib/engine/image-engine.ts";

interface ModelSelectProps {
  models: readonly EngineModel[];
  value: string;
  onValueChange: (id: string) => void;
  isLabelHidden?: boolean;
  error?: string | undefined;
  className?: string;
}

/** The model, by maker, with what one picture costs. A gateway that lists none is told a name. */
export function ModelSelect({
  models,
  value,
  onValueChange,
  className,
  ...field
}: ModelSelectProps) {
  const providers = [...new Set(models.map((model) => model.provider))];

  return (
    <Field label="Model" data-field="model" {...field} {...(className && { className })}>
      {models.length === 0 ? (
        <Input
          placeholder="Default model"
          value={value}
          onChange={(event) => onValueChange(event.target.value)}
        />
      ) : (
        <Select value={value} onChange={(event) => onValueChange(event.target.value)}>
          {providers.map((provider) => (
            <ModelGroup
              key={provider}
              provider={providers.length > 1 ? provider : null}
              models={models.filter((model) => model.provider === provider)}
            />
          ))}
        </Select>
      )}
    </Field>
  );
}

function ModelGroup({
  provider,
  models,
}: {
  provider: string | null;
  models: readonly EngineModel[];
}) {
  const options = models.map((model) => (
    <option key={model.id} value={model.id}>
      {model.isFree || model.pricePerImageMicros === null
        ? model.name
        : `${model.name} · ${priceLabel(model, 1)}`}
    </option>
  ));

  return provider === null ? options : <optgroup label={provider}>{options}</optgroup>;
}
