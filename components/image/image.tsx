"use client";

import { ImageOff } from "lucide-react";
import { type ComponentProps, useEffect, useEffectEvent, useState } from "react";
import { imageSources } from "#components/image/image-sources.ts";
import { paintThumbhash } from "#components/image/paint-thumbhash.ts";
import { promptStart } from "#components/image/prompt-start.ts";
import { useWords } from "#components/words/words.tsx";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";
import { cn } from "#lib/platform/cn.ts";

type ImageProps = Omit<ComponentProps<"div">, "children"> & {
  image: ImageTile;
  /** The width it has on screen, as of `<img sizes>`. */
  sizes: string;
  /** Whether the original may be fetched where the thumbnails are too small; else 640 is the most. */
  withOriginal?: boolean;
  /** Fetches it at once; for what is on the first screen. */
  isEager?: boolean;
  /** Called where it could not be loaded, with what tries again; null once it does. */
  onBroken?: (tryAgain: (() => void) | null) => void;
};

/**
 * A stored picture. It has its final size before any byte of it: first its thumbhash, then the picture over it, which
 * waits for no script. It fills the width that it is given.
 */
export function Image({
  image,
  sizes,
  withOriginal = false,
  isEager = false,
  onBroken,
  className,
  style,
  ...props
}: ImageProps) {
  const [status, setStatus] = useState<Status>("loading");
  useTryAgain(status === "broken", { setStatus, onBroken });

  return (
    <div
      data-slot="picture"
      className={cn("relative overflow-hidden bg-well", className)}
      style={{ aspectRatio: `${image.width} / ${image.height}`, ...style }}
      {...props}
    >
      {status === "loading" && (
        <canvas
          aria-hidden
          ref={(canvas) => paintThumbhash(canvas, image.thumbhash)}
          className="absolute inset-0 size-full"
        />
      )}
      {status === "broken" ? (
        <BrokenImage alt={promptStart(image.prompt)} />
      ) : (
        // biome-ignore lint/performance/noImgElement: the optimizer is off, the thumbnails are made already.
        <img
          {...imageSources(image, { withOriginal })}
          sizes={sizes}
          alt={promptStart(image.prompt)}
          width={image.width}
          height={image.height}
          loading={isEager ? "eager" : "lazy"}
          decoding="async"
          ref={(element) => {
            // It may have come, or failed, before React was there, and then its event is gone.
            if (element?.complete) setStatus(element.naturalWidth > 0 ? "loaded" : "broken");
          }}
          onLoad={() => setStatus("loaded")}
          onError={() => setStatus("broken")}
          className="absolute inset-0 size-full object-cover"
        />
      )}
    </div>
  );
}

type Status = "loading" | "loaded" | "broken";

interface TryAgainOptions {
  setStatus: (status: Status) => void;
  onBroken: ImageProps["onBroken"] | undefined;
}

/** What is broken is tried again by a press where there is room for one, and by itself once the browser is online again. */
function useTryAgain(isBroken: boolean, { setStatus, onBroken }: TryAgainOptions): void {
  const tell = useEffectEvent((tryAgain: (() => void) | null) => onBroken?.(tryAgain));

  useEffect(() => {
    if (!isBroken) return;

    const tryAgain = () => setStatus("loading");
    tell(tryAgain);
    window.addEventListener("online", tryAgain);
    return () => {
      window.removeEventListener("online", tryAgain);
      tell(null);
    };
  }, [isBroken, setStatus]);
}

function BrokenImage({ alt }: { alt: string }) {
  const t = useWords();

  return (
    <div
      role="img"
      aria-label={t("image.missing", { prompt: alt })}
      className="absolute inset-0 flex flex-col items-center justify-center gap-2 p-4 text-center text-muted text-xs"
    >
      <ImageOff aria-hidden className="size-5" />
      <p>{t("image.notLoaded")}</p>
    </div>
  );
}
