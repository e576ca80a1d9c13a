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
import { IconButton } from "#components/ui/icon-button.tsx";
import { useWords } from "#components/words/words.tsx";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import type { ImageView } from "#lib/contract/image-view.ts";
import { cn } from "#lib/platform/cn.ts";

interface PictureToolsProps {
  image: ImageView;
  generation: GenerationView;
  /** What was pressed on the picture before these were here; null from then on. */
  earlyKeys: RefObject<KeyboardEvent[] | null>;
}

const look =
  "bg-scrim text-white not-disabled:hover:bg-black/80 not-disabled:hover:text-white forced-colors:border";

/** What can be done to a picture where it is, by the pointer or by its keys; some are for its generation. */
export function PictureTools({ image, generation, earlyKeys }: PictureToolsProps) {
  const t = useWords();
  const ref = useRef<HTMLDivElement>(null);
  const { toggleFavorite, deleteImage } = useImageChanges();
  const { runAgain, remix, vary, useAsReference: addToTray } = useStudioActions();
  const [asked, setAsked] = useState<ImageView | null>(null);
  function remove(one: ImageView) {
    focusNext(ref.current);
    void deleteImage(one);
  }

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const actions = pictureShortcuts(image, {
      runAgain: () => runAgain(generation),
      remix: () => remix(generation),
      vary: () => vary(generation),
      fill: fillComposer,
      toggleFavorite,
      remove: () => (image.isFavorite ? setAsked(image) : remove(image)),
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
          href={downloadUrl(image.id)}
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
      <DeleteFavoriteDialog image={asked} onClose={() => setAsked(null)} onDelete={remove} />
    </>
  );
}

/** The focus goes on before the picture that has it is gone: to the next one, to the last for want of it, else to its generation. */
function focusNext(tools: HTMLElement | null) {
  const own = tools?.parentElement?.querySelector<HTMLElement>("[data-slot=picture-link]");
  if (!own?.parentElement?.contains(document.activeElement)) return;

  const links = [
    ...(own.closest("section")?.querySelectorAll<HTMLElement>("[data-slot=picture-link]") ?? []),
  ];
  const at = links.indexOf(own);
  const next = links[at + 1] ?? links[at - 1] ?? own.closest("article")?.querySelector("button");
  next?.focus();
}
