"use client";

import { Download, Heart, ImagePlus } from "lucide-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useImageChanges } from "#components/data/change/use-image-changes.ts";
import { DeleteFavoriteDialog } from "#components/image/delete-favorite-dialog.tsx";
import { isTyping } from "#components/layout/is-typing.ts";
import { useStudioActions } from "#components/studio/actions/studio-actions.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useWords } from "#components/words/words.tsx";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import { imageUrl } from "#lib/contract/image-url.ts";
import type { ImageView } from "#lib/contract/image-view.ts";
import { cn } from "#lib/platform/cn.ts";

interface PictureToolsProps {
  image: ImageView;
  generation: GenerationView;
}

const look =
  "bg-scrim text-white not-disabled:hover:bg-black/80 not-disabled:hover:text-white forced-colors:border";

/** What can be done to a picture where it is, by the pointer or by a key: F, D, Del; R and E for its generation. */
export function PictureTools({ image, generation }: PictureToolsProps) {
  const t = useWords();
  const ref = useRef<HTMLDivElement>(null);
  const { toggleFavorite, deleteImage } = useImageChanges();
  const { runAgain, remix, useAsReference: addToTray } = useStudioActions();
  const [asked, setAsked] = useState<ImageView | null>(null);
  const original = `${imageUrl(image.id, "original")}?download`;

  const keys: Partial<Record<string, () => void>> = {
    f: () => void toggleFavorite(image),
    d: () => window.location.assign(original),
    r: () => runAgain(generation),
    e: () => remix(generation),
    delete: () => (image.isFavorite ? setAsked(image) : void deleteImage(image)),
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const run = keys[event.key.toLowerCase()];
    const isOther = event.ctrlKey || event.metaKey || event.altKey || event.repeat;
    if (!run || isOther || isTyping(event)) return;

    event.preventDefault();
    run();
  });
  useEffect(() => {
    // The picture's link stands beside the tools, and has the focus.
    const place = ref.current?.parentElement;
    place?.addEventListener("keydown", onKey);
    return () => place?.removeEventListener("keydown", onKey);
  }, []);

  return (
    <>
      <div
        ref={ref}
        className="absolute end-2 top-2 flex gap-1 opacity-0 transition-opacity group-focus-within/tile:opacity-100 group-hover/tile:opacity-100 pointer-coarse:hidden"
      >
        <IconButton
          label={t(image.isFavorite ? "image.removeFavorite" : "image.addFavorite")}
          aria-pressed={image.isFavorite}
          className={look}
          onClick={() => toggleFavorite(image)}
        >
          <Heart aria-hidden className={cn(image.isFavorite && "fill-current")} />
        </IconButton>
        <IconButton
          label={t("image.useAsReference")}
          className={look}
          onClick={() => addToTray(image)}
        >
          <ImagePlus aria-hidden />
        </IconButton>
        <a
          href={original}
          download
          data-hint=""
          aria-label={t("feed.download")}
          className={cn(
            "inline-flex size-8 items-center justify-center rounded-control transition-colors hover:bg-black/80 [&_svg]:size-4",
            look,
          )}
        >
          <Download aria-hidden />
        </a>
      </div>
      <DeleteFavoriteDialog
        image={asked}
        onClose={() => setAsked(null)}
        onDelete={(one) => void deleteImage(one)}
      />
    </>
  );
}
