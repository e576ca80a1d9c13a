"use client";

import type { ComponentProps } from "react";
import { Input } from "#components/ui/input.tsx";
import { useWords } from "#components/words/words.tsx";
import type { ModelOffer } from "#lib/contract/model-offer.ts";

interface ModelSearchFieldProps extends ComponentProps<"input"> {
  offers: readonly ModelOffer[];
}

/** Where one types which model; it has the focus while its list is open. */
export function ModelSearchField({ offers, ...props }: ModelSearchFieldProps) {
  const t = useWords();
  const takesAnyName = offers.some(({ takesAnyModel }) => takesAnyModel);

  return (
    <div className="pb-2">
      <Input
        ref={focusWithKeyboard}
        role="combobox"
        aria-label={t("models.search")}
        aria-haspopup="listbox"
        aria-autocomplete="list"
        placeholder={t(takesAnyName ? "models.searchOrType" : "models.search")}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        {...props}
      />
    </div>
  );
}

/**
 * On a touch screen the focus would bring up the keyboard, over a list that may be short. Where there is no pointer at all,
 * as with keys alone, nothing else leads there.
 */
function focusWithKeyboard(field: HTMLInputElement | null) {
  if (!field || matchMedia("(pointer: coarse)").matches) return;
  // Drawn before the popover is shown, the browser gives it the focus then; drawn after that, it takes it.
  field.setAttribute("autofocus", "");
  field.focus();
  // Behind what was typed before its list came.
  field.setSelectionRange(field.value.length, field.value.length);
}
