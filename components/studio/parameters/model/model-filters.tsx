"use client";

import { tellingAbilities } from "#components/studio/parameters/model/abilities.ts";
import type { ModelView } from "#components/studio/parameters/model/arrange-models.ts";
import { useWords } from "#components/words/words.tsx";
import type { ModelOffer } from "#lib/contract/model-offer.ts";

interface ModelFiltersProps {
  offers: readonly ModelOffer[];
  view: ModelView;
  onChange: (change: Partial<ModelView>) => void;
}

/** Whose models are shown, where there are several gateways, and of those the ones that can do something that others cannot. */
export function ModelFilters({ offers, view, onChange }: ModelFiltersProps) {
  const t = useWords();
  const telling = tellingAbilities(offers.flatMap(({ models }) => models));
  if (offers.length < 2 && telling.length === 0) return null;

  return (
    <fieldset className="flex shrink-0 gap-1 overflow-x-auto pb-2 [scrollbar-width:none]">
      <legend className="sr-only">{t("models.filter")}</legend>
      {offers.length > 1 &&
        offers.map(({ gateway: { id, name } }) => (
          <Chip
            key={id}
            isOn={view.gatewayId === id}
            onChange={(isOn) => onChange({ gatewayId: isOn ? id : null })}
          >
            {name}
          </Chip>
        ))}
      {telling.map((ability) => (
        <Chip
          key={ability}
          isOn={view.ability === ability}
          onChange={(isOn) => onChange({ ability: isOn ? ability : null })}
        >
          {t("models.ability", { ability })}
        </Chip>
      ))}
    </fieldset>
  );
}

interface ChipProps {
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  children: string;
}

function Chip({ isOn, onChange, children }: ChipProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={() => onChange(!isOn)}
      className="h-8 shrink-0 rounded-full bg-fill px-3 text-muted text-sm hover:bg-fill-strong aria-pressed:bg-ink aria-pressed:font-semibold aria-pressed:text-canvas pointer-coarse:h-11 forced-colors:border forced-colors:aria-pressed:outline-2 forced-colors:aria-pressed:-outline-offset-2 forced-colors:aria-pressed:outline-[Highlight]"
    >
      {children}
    </button>
  );
}
