"use client";

import { type CSSProperties, type TouchEvent, useLayoutEffect, useRef } from "react";
import { FullImage } from "#components/image/full-image.tsx";
import { useTryAgainButton } from "#components/image/try-again-button.tsx";
import { takeMoved } from "#components/viewer/moved-focus.ts";
import { useWords } from "#components/words/words.tsx";
import type { ImageView } from "#lib/contract/image-view.ts";
import { cn } from "#lib/platform/cn.ts";

interface ImageStageProps {
  image: ImageView;
  /** Whether it is shown at its own size, to be scrolled, rather than fit to the room there is. */
  isActualSize: boolean;
  onToggleSize: () => void;
  /** A swipe to the side: 1 to the older one, −1 to the newer. */
  onSwipe: (direction: 1 | -1) => void;
}

/** Pixels of a finger's way that are a swipe and no tap. */
const swipePx = 56;

/** The picture on a quiet ground, as large as fits but never larger than it is. */
export function ImageStage({ image, isActualSize, onToggleSize, onSwipe }: ImageStageProps) {
  const t = useWords();
  const touch = useRef<{ x: number; y: number } | null>(null);
  const picture = useRef<HTMLButtonElement>(null);
  const { onBroken, tryAgainButton } = useTryAgainButton();

  // biome-ignore lint/correctness/useExhaustiveDependencies: with each picture anew.
  useLayoutEffect(() => {
    if (takeMoved()) picture.current?.focus({ preventScroll: true });
  }, [image.id]);

  function onTouchEnd({ changedTouches }: TouchEvent) {
    const end = changedTouches[0];
    const start = touch.current;
    touch.current = null;
    if (!start || !end || isActualSize) return;

    const [across, down] = [end.clientX - start.x, end.clientY - start.y];
    if (Math.abs(across) < swipePx || Math.abs(down) > Math.abs(across) / 2) return;
    onSwipe(across < 0 ? 1 : -1);
  }

  const stageStyle: CSSProperties & Record<"--aspect", number> = {
    "--aspect": image.width / image.height,
  };

  return (
    <div
      className={cn(
        "relative grid h-[min(62dvh,calc((100vw-2rem)/var(--aspect)+2rem))] min-h-48 place-content-center-safe p-4 [container-type:size] md:h-auto md:min-h-0 md:flex-1 md:p-6",
        isActualSize ? "overflow-auto" : "overflow-hidden",
      )}
      style={stageStyle}
      onTouchStart={({ touches }) => {
        const start = touches.length === 1 ? touches[0] : undefined;
        touch.current = start ? { x: start.clientX, y: start.clientY } : null;
      }}
      onTouchEnd={onTouchEnd}
    >
      <button
        ref={picture}
        type="button"
        aria-label={t(isActualSize ? "viewer.fit" : "viewer.fullSize")}
        onClick={onToggleSize}
        className={cn("block", isActualSize ? "cursor-zoom-out" : "cursor-zoom-in")}
        style={{
          width: isActualSize
            ? image.width
            : `min(100cqw, calc(100cqh * var(--aspect)), ${image.width}px)`,
        }}
      >
        <FullImage
          key={image.id}
          image={image}
          onBroken={onBroken}
          className="overflow-hidden rounded-picture"
        />
      </button>
      {tryAgainButton}
    </div>
  );
}
