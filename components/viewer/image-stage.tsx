"use client";

import { Minimize } from "lucide-react";
import type { CSSProperties } from "react";
import { FullImage } from "#components/image/full-image.tsx";
import { useTryAgainButton } from "#components/image/try-again-button.tsx";
import type { Fullscreen } from "#components/viewer/use-fullscreen.ts";
import { useStageGestures } from "#components/viewer/zoom/use-stage-gestures.ts";
import type { Zoom } from "#components/viewer/zoom/use-zoom.ts";
import { useWords } from "#components/words/words.tsx";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";
import { cn } from "#lib/platform/cn.ts";

interface ImageStageProps {
  image: ImageTile;
  zoom: Zoom;
  fullscreen: Fullscreen;
  /** A swipe to the side: 1 to the older one, −1 to the newer. */
  onSwipe: (direction: 1 | -1) => void;
  onSwipeUp: () => void;
}

/** The picture on a quiet ground, as large as fits but never larger than it is, until it is zoomed. */
export function ImageStage({ image, zoom, fullscreen, ...swipes }: ImageStageProps) {
  const t = useWords();
  const { onClick, ...gestures } = useStageGestures(zoom, swipes);
  const { isZoomed } = zoom;
  const { onBroken, tryAgainButton } = useTryAgainButton();

  const stageStyle: CSSProperties & Record<"--aspect", number> = {
    "--aspect": image.width / image.height,
  };

  return (
    <div
      ref={zoom.stage}
      className={cn(
        "grid touch-none place-content-center-safe overflow-clip [container-type:size]",
        fullscreen.isOn ? "fixed inset-0 z-50 bg-black" : "relative min-h-0 flex-1 md:px-6 md:py-4",
      )}
      style={stageStyle}
      {...gestures}
    >
      <button
        ref={zoom.picture}
        type="button"
        aria-label={t(isZoomed ? "viewer.fit" : "viewer.zoomIn")}
        onClick={onClick}
        className={cn("block", isZoomed ? "cursor-zoom-out" : "cursor-zoom-in")}
        style={{
          width: `min(100cqw, calc(100cqh * var(--aspect)), ${image.width}px)`,
          ...zoom.style,
        }}
      >
        <FullImage
          key={image.id}
          image={image}
          onBroken={onBroken}
          className={cn("overflow-hidden", !isZoomed && !fullscreen.isOn && "md:rounded-picture")}
        />
      </button>
      {tryAgainButton}
      {fullscreen.isOn && (
        <button
          type="button"
          aria-label={t("viewer.leaveFullscreen")}
          data-hint=""
          className="absolute end-4 top-4 inline-flex size-8 items-center justify-center rounded-control bg-scrim text-white pointer-coarse:size-11"
          onClick={fullscreen.leave}
        >
          <Minimize aria-hidden className="size-4" />
        </button>
      )}
    </div>
  );
}
