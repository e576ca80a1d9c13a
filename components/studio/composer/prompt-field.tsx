"use client";

import { History, Maximize2 } from "lucide-react";
import { type KeyboardEvent, useLayoutEffect, useRef } from "react";
import { openPromptHistory } from "#components/layout/palette-opening.ts";
import { promptId } from "#components/layout/skip-link.tsx";
import { Field } from "#components/ui/field.tsx";
import { useFieldControl } from "#components/ui/field-context.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { isComposing } from "#components/ui/is-composing.ts";
import { useWords } from "#components/words/words.tsx";
import { cn } from "#lib/platform/cn.ts";

interface PromptFieldProps {
  value: string;
  error: string | undefined;
  isFull: boolean;
  onFullChange: (isFull: boolean) => void;
  onValueChange: (value: string) => void;
}

/** Where the prompt is written. It can be written in before the page is alive: the draft then takes it over. */
export function PromptField({ isFull, onFullChange, error, ...field }: PromptFieldProps) {
  const t = useWords();
  const shrinkOnEscape = ({ key, nativeEvent }: KeyboardEvent) => {
    if (key === "Escape" && !isComposing(nativeEvent)) onFullChange(false);
  };

  return (
    <div className="relative min-w-0 max-md:flex-1 max-md:group-data-touched/composer:col-span-2">
      <Field
        label={t("parameters.prompt")}
        isLabelHidden
        controlId={promptId}
        error={error}
        data-field="prompt"
        className="pt-2.5 pe-20 ps-3.5 max-md:p-0 max-md:group-data-touched/composer:pe-22"
      >
        <PromptText {...field} onKeyDown={shrinkOnEscape} />
      </Field>
      {/* A phone has its place for pictures at the end of that line, until there are some above it. */}
      <div className="folded:hidden absolute end-2 top-1 flex max-md:end-0 max-md:-top-1.5 max-md:group-[:has(input[type=file]):not(:has([data-slot=tray]))]/composer:end-11">
        <IconButton
          label={t("composer.earlierPrompts")}
          aria-haspopup="dialog"
          onClick={openPromptHistory}
        >
          <History aria-hidden />
        </IconButton>
        <IconButton
          label={t("composer.expand")}
          className="max-md:hidden"
          aria-expanded={isFull}
          onKeyDown={shrinkOnEscape}
          onClick={() => onFullChange(!isFull)}
        >
          <Maximize2 aria-hidden />
        </IconButton>
      </div>
    </div>
  );
}

interface PromptTextProps extends Pick<PromptFieldProps, "value" | "onValueChange"> {
  onKeyDown: (event: KeyboardEvent) => void;
}

function PromptText({ value, onValueChange, onKeyDown }: PromptTextProps) {
  const t = useWords();
  const field = useRef<HTMLTextAreaElement>(null);

  useLayoutEffect(() => {
    if (field.current) field.current.toggleAttribute("data-long", isLong(field.current, value));
  }, [value]);

  return (
    <textarea
      ref={field}
      name="prompt"
      rows={2}
      placeholder={t("composer.placeholder")}
      dir="auto"
      className={cn(
        "field-sizing-content max-h-[min(12lh,45dvh)] min-h-[2lh] w-full resize-none bg-transparent text-ink text-prompt",
        "outline-none [overflow-wrap:anywhere] [scrollbar-width:thin] placeholder:text-muted placeholder:opacity-100",
        "data-long:text-[1.0625rem]/[1.625rem] data-long:tracking-[-0.008em]",
        "group-data-full/composer:h-[calc(100dvh-14rem)] group-data-full/composer:max-h-none",
        "max-md:max-h-[7lh] max-md:text-[1.125rem]/[1.625rem]",
        // One line, as high as a finger asks for.
        "folded:h-11 folded:min-h-0 folded:overflow-hidden folded:whitespace-nowrap folded:py-2.5 folded:text-lg",
      )}
      {...useFieldControl()}
      value={value}
      onKeyDown={onKeyDown}
      onChange={(event) => onValueChange(event.target.value)}
    />
  );
}

const linesMax = 4;
/** More letters than this are more lines than that, on every screen: they need no measuring. */
const surelyLong = 1_200;

/** Whether a prompt is better read in smaller letters: it is measured in the large ones, so that it does not flicker between the two. */
function isLong(field: HTMLTextAreaElement, value: string): boolean {
  if (value.length > surelyLong) return true;
  field.removeAttribute("data-long");
  const line = Number.parseFloat(getComputedStyle(field).lineHeight);
  return field.scrollHeight > line * (linesMax + 0.5);
}
