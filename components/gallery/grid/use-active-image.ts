"use client";

import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { takeViewed } from "#components/image/last-viewed.ts";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";

export interface ActiveImage {
  /** Undefined when there is no picture at all. */
  active: ImageTile | undefined;
  activeIndex: number;
  /** For the link of the active picture. */
  activeLink: RefObject<HTMLAnchorElement | null>;
  /** Makes that picture the active one, which has the focus already. */
  setActiveId: (id: string) => void;
  /** Makes that picture the active one, and gives it the focus once it is drawn. */
  moveTo: (id: string) => void;
}

/** The picture that Tab comes to, of all one. The focus follows it where that is due, and to the next where it is gone. */
export function useActiveImage(images: readonly ImageTile[]): ActiveImage {
  const [activeId, setActiveId] = useState<string | null>(null);
  const activeLink = useRef<HTMLAnchorElement>(null);
  const isFocusDue = useRef(false);

  const activeIndex = useMemo(() => findPlace(images, activeId), [images, activeId]);
  const active = images[activeIndex];

  useLayoutEffect(() => {
    const isOther = activeId !== null && active?.id !== activeId;
    if (active === undefined || !(isFocusDue.current || (isOther && hasNoFocus()))) return;

    activeLink.current?.focus({ preventScroll: true });
    activeLink.current?.scrollIntoView({ block: "nearest" });
    isFocusDue.current = false;
  }, [active, activeId]);

  useEffect(() => {
    const viewed = takeViewed();
    if (viewed === null) return;

    isFocusDue.current = true;
    setActiveId(viewed);
  }, []);

  function moveTo(id: string) {
    isFocusDue.current = true;
    setActiveId(id);
  }

  return { active, activeIndex, activeLink, setActiveId, moveTo };
}

/** Where the picture is; one that was deleted has left its place to the next older one. */
function findPlace(images: readonly ImageTile[], id: string | null): number {
  if (id === null) return 0;

  const index = images.findIndex((image) => image.id <= id);
  return index >= 0 ? index : images.length - 1;
}

function hasNoFocus(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
