"use client";

import { ArrowLeft, ArrowRight, X } from "lucide-react";
import type { DragEvent, KeyboardEvent } from "react";
import type { Reference } from "#components/studio/draft/reference.ts";
import { ReferencePicture } from "#components/studio/references/reference-picture.tsx";
import { Menu } from "#components/ui/menu.tsx";
import { MenuItem } from "#components/ui/menu-item.tsx";
import { useWords } from "#components/words/words.tsx";
import { cn } from "#lib/platform/cn.ts";

interface TrayItemProps {
  reference: Reference;
  /** From 1. */
  place: number;
  count: number;
  /** Whether the model looks at it. */
  isSent: boolean;
  /** To another place, from 1. */
  onMove: (place: number) => void;
  onRemove: () => void;
  onDragStart: () => void;
  onDragEnd: () => void;
  /** Another is held over it. */
  onDragOver: () => void;
}

/** What is dragged within the tray is no picture that is dropped on it. */
const dragType = "application/x-atelier-reference";

/** One picture of the tray: arrows move it, Delete takes it out, and its menu does both. */
export function TrayItem({ reference, place, count, isSent, ...on }: TrayItemProps) {
  const t = useWords();
  const { name, state } = reference;
  const label = t("references.place", { name, place, count });

  function onKeyDown(event: KeyboardEvent) {
    const moves: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };
    const by = moves[event.key];
    const isRemoval = /^(Delete|Backspace)$/.test(event.key);
    if (by === undefined && !isRemoval) return;

    event.preventDefault();
    event.stopPropagation();
    if (by === undefined) on.onRemove();
    else on.onMove(place + by);
  }

  return (
    <li
      data-reference={reference.key}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(dragType, reference.key);
        event.dataTransfer.effectAllowed = "move";
        on.onDragStart();
      }}
      onDragEnd={on.onDragEnd}
      onDragOver={(event) => {
        if (!isOwn(event)) return;
        event.preventDefault();
        on.onDragOver();
      }}
      onDrop={(event) => isOwn(event) && event.preventDefault()}
      className="group/reference relative size-14"
    >
      <Menu
        label={label}
        triggerProps={{ onKeyDown }}
        trigger={<ReferencePicture reference={reference} />}
        className={cn(
          "size-14 overflow-hidden rounded-picture bg-well p-0 hover:bg-well pointer-coarse:size-14",
          !isSent && "opacity-45 grayscale",
        )}
      >
        <MenuItem disabled={place === 1} onClick={() => on.onMove(place - 1)}>
          <ArrowLeft aria-hidden />
          {t("references.earlier")}
        </MenuItem>
        <MenuItem disabled={place === count} onClick={() => on.onMove(place + 1)}>
          <ArrowRight aria-hidden />
          {t("references.later")}
        </MenuItem>
        <MenuItem tone="danger" onClick={on.onRemove}>
          <X aria-hidden />
          {t("references.remove")}
        </MenuItem>
      </Menu>
      <span
        aria-hidden
        className="pointer-events-none absolute bottom-0.5 start-0.5 min-w-4 rounded-[4px] bg-scrim px-1 text-center font-semibold text-white text-xs"
      >
        {place}
      </span>
      {state === "sending" && <Progress name={name} value={reference.progress} />}
      <RemoveButton name={name} onRemove={on.onRemove} />
    </li>
  );
}

/** For the pointer: a key has Delete, and a finger the menu. */
function RemoveButton({ name, onRemove }: { name: string; onRemove: () => void }) {
  const t = useWords();
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={t("references.removeOne", { name })}
      onClick={onRemove}
      className="-end-1.5 -top-1.5 absolute grid size-5 place-items-center rounded-full bg-ink text-surface opacity-0 transition-opacity group-focus-within/reference:opacity-100 group-hover/reference:opacity-100 pointer-coarse:hidden"
    >
      <X aria-hidden className="size-3" />
    </button>
  );
}

function Progress({ name, value }: { name: string; value: number }) {
  const t = useWords();
  return (
    <progress
      aria-label={t("references.sending", { name })}
      value={value}
      className="pointer-events-none absolute inset-x-1 bottom-1 h-1 w-auto appearance-none overflow-hidden rounded-full bg-scrim [&::-moz-progress-bar]:bg-live [&::-webkit-progress-bar]:bg-scrim [&::-webkit-progress-value]:bg-live"
    />
  );
}

function isOwn({ dataTransfer }: DragEvent): boolean {
  return dataTransfer.types.includes(dragType);
}
