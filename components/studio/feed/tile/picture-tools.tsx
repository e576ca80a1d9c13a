"use client";

import { Download, Heart, ImagePlus } from "lucide-react";
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { useImageChanges } from "#components/data/change/use-image-changes.ts";
import { fillComposer } from "#components/data/fill-composer.ts";
import { DeleteFavoriteDialog } from "#components/image/delete-favorite-dialog.tsx";
import { downloadUrl } from "#components/image/download-image.ts";
import { pictureShortcuts } from "#components/image/ways/picture-shortcuts.ts";
import { runShortcut } from "#components/layout/keys/run-shortcut.ts";
import { useStudioActions } from "#components/studio/actions/studio-actions.ts";
import { focusNextPicture } from "#components/studio/feed/focus/focus-next.ts";
import { PictureMenu } from "#components/studio/feed/tile/picture-menu.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useWords } from "#components/words/words.tsx";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import type { ImageView } from "#lib/contract/image-view.ts";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";
import { cn } from "#lib/platform/cn.ts";

interface PictureToolsProps {
  image: ImageView;
  generation: GenerationView;
  /** What was pressed on the picture before these were here; null from then on. */
  earlyKeys: RefObject<KeyboardEvent[] | null>;
}

const look =
  "bg-scrim text-white not-disabled:hover:bg-black/80 not-disabled:hover:text-white forced-colors:border";

/** For a finger they stand behind the one that is always in sight. */
const withPointer = cn(look, "pointer-coarse:hidden");

/** What can be done to a picture where it is, by the pointer or by its keys; some are for its generation. */
export function PictureTools({ image, generation, earlyKeys }: PictureToolsProps) {
  const t = useWords();
  const ref = useRef<HTMLDivElement>(null);
  const { toggleFavorite, deleteImage } = useImageChanges();
  const { runAgain, remix, vary, useAsReference: addToTray } = useStudioActions();
  const [asked, setAsked] = useState<ImageTile | null>(null);
  function remove(one: ImageTile) {
    focusNextPicture(ref.current?.parentElement);
    void deleteImage(one);
  }

  const askToRemove = (one: ImageTile) => (one.isFavorite ? setAsked(one) : remove(one));

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const actions = pictureShortcuts(image, {
      runAgain: () => runAgain(generation),
      remix: () => remix(generation),
      vary: () => vary(generation),
      applyPrompt: () =>
        fillComposer({ prompt: generation.prompt, sourceGenerationId: generation.id }),
      fill: fillComposer,
      toggleFavorite,
      remove: () => askToRemove(image),
    });
    runShortcut(event, actions);
  });
  useEffect(() => {
    // The picture's link stands beside the tools, and has the focus.
    const place = ref.current?.parentElement;
    place?.addEventListener("keydown", onKey);
    for (const event of earlyKeys.current ?? []) onKey(event);
    earlyKeys.current = null;
    return () => place?.removeEventListener("keydown", onKey);
  }, [earlyKeys]);

  return (
    <>
      <div
        ref={ref}
        className="absolute end-2 top-2 flex gap-1 transition-opacity group-focus-within/tile:opacity-100 group-hover/tile:opacity-100 pointer-fine:opacity-0"
      >
        <IconButton
          label={t(image.isFavorite ? "image.removeFavorite" : "image.addFavorite")}
          aria-pressed={image.isFavorite}
          className={withPointer}
          onClick={() => toggleFavorite(image)}
        >
          <Heart aria-hidden className={cn(image.isFavorite && "fill-current")} />
        </IconButton>
        <IconButton
          label={t("image.useAsReference")}
          className={withPointer}
          onClick={() => addToTray(image)}
        >
          <ImagePlus aria-hidden />
        </IconButton>
        <DownloadLink image={image} />
        <PictureMenu
          image={image}
          className={look}
          onFavorite={() => toggleFavorite(image)}
          onReference={() => addToTray(image)}
          onDelete={() => askToRemove(image)}
        />
      </div>
      <DeleteFavoriteDialog image={asked} onClose={() => setAsked(null)} onDelete={remove} />
    </>
  );
}

function DownloadLink({ image }: { image: ImageView }) {
  const t = useWords();

  return (
    <a
      href={downloadUrl(image.id)}
      download
      data-hint=""
      aria-label={t("feed.download")}
      className={cn(
        "inline-flex size-8 items-center justify-center rounded-control transition-colors hover:bg-black/80 [&_svg]:size-4",
        withPointer,
      )}
    >
      <Download aria-hidden />
    </a>
  );
}
