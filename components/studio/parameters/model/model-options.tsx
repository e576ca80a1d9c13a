"use client";

import { useEffect, useEffectEvent, useId } from "react";
import { ModelFilters } from "#components/studio/parameters/model/model-filters.tsx";
import { ModelList } from "#components/studio/parameters/model/model-list.tsx";
import { ModelListFoot } from "#components/studio/parameters/model/model-list-foot.tsx";
import { ModelSearchField } from "#components/studio/parameters/model/model-search-field.tsx";
import type { ModelOption } from "#components/studio/parameters/model/model-sections.ts";
import {
  type ModelSearchOptions,
  useModelSearch,
} from "#components/studio/parameters/model/use-model-search.ts";
import { useWords } from "#components/words/words.tsx";

/**
 * The inside of the model picker: a search field over a list (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). The
 * focus stays in the field; arrows move through the list.
 */
export function ModelOptions(options: ModelSearchOptions) {
  const { offers, early } = options;
  const id = useId();
  const t = useWords();
  const found = useModelSearch(options);
  const { active, view } = found;
  const idOf = (option: ModelOption) =>
    `${id}-${option.gatewayId}-${option.id}`.replaceAll(/\s/g, "_");

  const enterEarly = useEffectEvent(() => {
    if (early.isEntered && active) found.choose(active);
  });
  useEffect(() => enterEarly(), []);

  return (
    <div className="flex max-h-[min(27rem,calc(var(--popover-room,70dvh)-1.5rem))] flex-col max-md:max-h-none max-md:min-h-0 max-md:flex-1">
      <ModelSearchField
        offers={offers}
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={active ? idOf(active) : undefined}
        value={found.query}
        onKeyDown={found.chooseByKey}
        onChange={(event) => found.search(event.target.value)}
      />
      <ModelFilters offers={offers} view={view} onChange={found.changeView} />
      <ModelList id={`${id}-list`} value={options.value} found={found} idOf={idOf} />
      <p role="status" className="px-3 pt-2 text-muted text-xs empty:hidden">
        {t("models.found", { count: found.count, left: found.left })}
      </p>
      <ModelListFoot
        active={active}
        own={found.own}
        hiddenCount={found.hiddenCount}
        isHiddenShown={view.isHiddenShown}
        onHiddenShown={(isHiddenShown) => found.changeView({ isHiddenShown })}
        onStar={found.toggleStar}
        onHide={found.toggleHidden}
      />
    </div>
  );
}
