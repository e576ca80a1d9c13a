"use client";

import Link from "next/link";
import { Suspense, useRef, useState, useSyncExternalStore } from "react";
import { Image } from "#components/image/image.tsx";
import { promptStart } from "#components/image/prompt-start.ts";
import { useTryAgainButton } from "#components/image/try-again-button.tsx";
import { lazyPart } from "#components/layout/lazy-part.ts";
import { TileFrame } from "#components/studio/feed/tile/tile-frame.tsx";
import { TileWords } from "#components/studio/feed/tile/tile-words.tsx";
import { useWords } from "#components/words/words.tsx";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import type { ImageView } from "#lib/contract/image-view.ts";
import { cn } from "#lib/platform/cn.ts";

const PictureTools = lazyPart(async () => {
  const { PictureTools } = await import("#components/studio/feed/tile/picture-tools.tsx");
  return PictureTools;
});

interface PictureTileProps {
  image: ImageView;
  generation: GenerationView;
  /** The width it has on screen, in pixels. */
  width: number;
  /** Of its place. */
  ratio: number;
}

/** A picture in its place: one of another ratio than was asked for is shown whole there. */
export function PictureTile({ image, generation, width, ratio }: PictureTileProps) {
  const t = useWords();
  const [isTouched, setIsTouched] = useState(false);
  // A finger does not hover: what it needs is there from the start.
  const hasFinger = useSyncExternalStore(neverChanges, isForFingers, () => false);
  const touch = () => setIsTouched(true);
  const { onBroken, tryAgainButton } = useTryAgainButton();
  const earlyKeys = useRef<KeyboardEvent[] | null>([]);
  const own = image.width / image.height;
  const isOther = Math.abs(own / ratio - 1) > 0.01;

  return (
    <div className="group/tile relative size-full">
      <Link
        href={`/gallery/${image.id}`}
        prefetch={false}
        aria-label={promptStart(image.prompt)}
        data-slot="picture-link"
        onPointerEnter={touch}
        onFocus={touch}
        onKeyDown={({ nativeEvent }) => earlyKeys.current?.push(nativeEvent)}
        className="block size-full md:rounded-picture"
      >
        <TileFrame className="grid animate-appear place-items-center">
          <Image
            image={image}
            sizes={`${Math.ceil(isOther ? width * Math.min(1, own / ratio) : width)}px`}
            withOriginal
            onBroken={onBroken}
            className={cn(
              isOther && own > ratio && "w-full",
              isOther && own < ratio && "h-full",
              !isOther && "size-full",
            )}
          />
          {image.isHidden && <TileWords said={t("feed.cameLate")} width={width} />}
        </TileFrame>
      </Link>
      {tryAgainButton}
      {(isTouched || hasFinger) && (
        <Suspense>
          <PictureTools image={image} generation={generation} earlyKeys={earlyKeys} />
        </Suspense>
      )}
    </div>
  );
}

function isForFingers(): boolean {
  return window.matchMedia("(pointer: coarse)").matches;
}

function neverChanges() {
  return () => {};
}
