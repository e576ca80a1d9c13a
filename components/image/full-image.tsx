"use client";

import { useState } from "react";
import { Image } from "#components/image/image.tsx";
import { imageUrl } from "#lib/contract/image-url.ts";
import type { ImageView } from "#lib/contract/image-view.ts";
import { cn } from "#lib/platform/cn.ts";

interface FullImageProps {
  image: ImageView;
  className?: string;
}

/** A picture in all its pixels: its thumbhash, then the thumbnail, then the original over it, in one place. */
export function FullImage({ image, className }: FullImageProps) {
  const [isLoaded, setIsLoaded] = useState(false);

  return (
    <div className={cn("relative", className)}>
      <Image image={image} sizes="640px" isEager />
      {/** biome-ignore lint/performance/noImgElement: the optimizer is off; this one is the original. */}
      <img
        src={imageUrl(image.id, "original")}
        alt=""
        width={image.width}
        height={image.height}
        decoding="async"
        draggable={false}
        ref={(element) => {
          if (element?.complete && element.naturalWidth > 0) setIsLoaded(true);
        }}
        onLoad={() => setIsLoaded(true)}
        className={cn(
          "absolute inset-0 size-full transition-opacity duration-150",
          !isLoaded && "opacity-0",
        )}
      />
    </div>
  );
}
