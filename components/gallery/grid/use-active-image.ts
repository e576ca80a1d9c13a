"use client";

import {
  type FocusEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
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
  /** For the grid: it has the focus while one of its pictures has. */
  focusEvents: { onFocus: () => void; onBlur: (event: FocusEvent) => void };
}

/** The picture that Tab comes to, of all one. The focus follows it where that is due, and when it would be lost. */
export function useActiveImage(images: readonly ImageTile[]): ActiveImage {
  const [activeId, setActiveId] = useState<string | null>(null);
  const activeLink = useRef<HTMLAnchorElement>(null);
  const isFocusDue = useRef(false);
  const hasFocus = useRef(false);

  const activeIndex = useMemo(() => findPlace(images, activeId), [images, activeId]);
  const active = images[activeIndex];

  // biome-ignore lint/correctness/useExhaustiveDependencies: other pictures make other rows, and a row that is drawn anew loses the focus.
  useLayoutEffect(() => {
    const isOther = activeId !== null && active?.id !== activeId;
    const isLost = (isOther || hasFocus.current) && hasNoFocus();
    if (active === undefined || !(isFocusDue.current || isLost)) return;

    activeLink.current?.focus({ preventScroll: true });
    if (isFocusDue.current || isOther) activeLink.current?.scrollIntoView({ block: "nearest" });
    isFocusDue.current = false;
  }, [active, activeId, images]);

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

  const focusEvents = {
    onFocus() {
      hasFocus.current = true;
    },
    // Nobody is told of one that is taken out of the page, and a window that is left keeps its focus.
    onBlur({ target }: FocusEvent) {
      hasFocus.current = document.activeElement === target;
    },
  };

  return { active, activeIndex, activeLink, setActiveId, moveTo, focusEvents };
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
