"use client";

import { useState } from "react";
import { Image } from "#components/image/image.tsx";
import { imageUrl } from "#lib/contract/image-url.ts";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";
import { cn } from "#lib/platform/cn.ts";

interface FullImageProps {
  image: ImageTile;
  /** As of `Image`. */
  onBroken: (tryAgain: (() => void) | null) => void;
  className?: string;
}

/** A picture in all its pixels: its thumbhash, then the thumbnail, then the original over it, in one place. */
export function FullImage({ image, onBroken, className }: FullImageProps) {
  const [isLoaded, setIsLoaded] = useState(false);
  const [tries, setTries] = useState(0);

  function tellBroken(tryAgain: (() => void) | null) {
    onBroken(
      tryAgain &&
        (() => {
          tryAgain();
          setTries(tries + 1);
        }),
    );
  }

  return (
    <div className={cn("relative", className)}>
      <Image image={image} sizes="640px" isEager onBroken={tellBroken} />
      {/** biome-ignore lint/performance/noImgElement: the optimizer is off; this one is the original. */}
      <img
        key={tries}
        src={imageUrl(image.id, "original")}
        alt=""
        width={image.width}
        height={image.height}
        decoding="async"
        draggable={false}
        ref={(element) => {
          if (element?.complete && element.naturalWidth > 0) setIsLoaded(true);
        }}
        onLoad={() => {
          setIsLoaded(true);
          // Whatever became of the thumbnail.
          onBroken(null);
        }}
        className={cn(
          "absolute inset-0 size-full transition-opacity duration-150",
          !isLoaded && "opacity-0",
        )}
      />
    </div>
  );
}
