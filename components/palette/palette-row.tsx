"use client";

import { Box, ChevronRight, Settings, TextQuote } from "lucide-react";
import { Image } from "#components/image/image.tsx";
import { KeyCaps } from "#components/layout/keys/key-caps.tsx";
import { useBindings } from "#components/layout/keys/use-bindings.ts";
import type { PaletteItem } from "#components/palette/items/palette-item.ts";
import { Option } from "#components/ui/listbox/option.tsx";
import { cn } from "#lib/platform/cn.ts";

interface PaletteRowProps {
  id: string;
  item: PaletteItem;
  /** Where the arrows stand. */
  isActive: boolean;
  onChoose: () => void;
}

const icons = {
  actions: ChevronRight,
  models: Box,
  prompts: TextQuote,
  pictures: TextQuote,
  settings: Settings,
};

/** One thing to do or to look at, with the keys that do the same. */
export function PaletteRow({ id, item, isActive, onChoose }: PaletteRowProps) {
  const { section, label, detail, shortcut, image } = item;
  const bindings = useBindings();
  const keys = shortcut && bindings[shortcut];
  const Icon = icons[section];

  return (
    <Option
      id={id}
      isSelected={isActive}
      data-active={isActive ? "" : undefined}
      onChoose={onChoose}
      className={cn(
        "min-h-10 gap-3 px-3 py-1",
        isActive &&
          "bg-fill forced-colors:outline-2 forced-colors:outline-[Highlight] forced-colors:-outline-offset-2",
      )}
    >
      {image ? (
        // Its words stand beside it.
        <span
          aria-hidden
          className="flex size-10 shrink-0 items-center justify-center overflow-hidden rounded-picture bg-well"
        >
          <Image image={image} sizes="40px" className="w-full" />
        </span>
      ) : (
        <Icon
          aria-hidden
          // Of other prompts there is a picture.
          className={cn("size-4 shrink-0 text-muted", section === "prompts" && "mx-3")}
        />
      )}
      <span dir="auto" className="min-w-0 flex-1 truncate text-start text-md">
        {label}
      </span>
      {detail && <span className="max-w-[45%] shrink-0 truncate text-muted text-sm">{detail}</span>}
      {keys && (
        <span aria-hidden className="shrink-0 pointer-coarse:hidden">
          <KeyCaps keys={keys} />
        </span>
      )}
    </Option>
  );
}
