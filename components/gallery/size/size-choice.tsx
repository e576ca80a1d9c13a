"use client";

import { Grid2x2, Grid3x3 } from "lucide-react";
import {
  type GallerySize,
  gallerySizes,
  parseSize,
} from "#components/gallery/size/gallery-size.ts";
import { chooseSize, useGallerySize } from "#components/gallery/size/size-store.ts";
import { useWords } from "#components/words/words.tsx";
import { cn } from "#lib/platform/cn.ts";

/** How large the pictures are, kept for the next visit. `drawn`: as the server drew them. */
export function SizeChoice({ drawn, className }: { drawn: GallerySize; className?: string }) {
  const t = useWords();
  const size = useGallerySize(drawn);

  return (
    <label className={cn("flex items-center gap-2 text-muted [&_svg]:size-4", className)}>
      <span className="sr-only">{t("gallery.size")}</span>
      <Grid3x3 aria-hidden />
      <input
        type="range"
        className="w-20"
        min={gallerySizes[0]}
        max={gallerySizes.length}
        step={1}
        value={size}
        aria-valuetext={t("gallery.sizeIs", { size: `${size}` })}
        onChange={(event) => chooseSize(parseSize(event.target.value))}
      />
      <Grid2x2 aria-hidden />
    </label>
  );
}
