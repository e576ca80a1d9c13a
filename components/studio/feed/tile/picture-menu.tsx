"use client";

import { Download, Heart, ImagePlus, Link, Trash2 } from "lucide-react";
import { copyText } from "#components/image/copy-text.ts";
import { downloadImage } from "#components/image/download-image.ts";
import { KeyHint } from "#components/layout/key-hint.tsx";
import { Menu } from "#components/ui/menu.tsx";
import { MenuItem } from "#components/ui/menu-item.tsx";
import { useWords } from "#components/words/words.tsx";
import type { ImageView } from "#lib/contract/image-view.ts";

interface PictureMenuProps {
  image: ImageView;
  className: string;
  onFavorite: () => void;
  onReference: () => void;
  onDelete: () => void;
}

/** All that can be done to one picture, also by a finger. */
export function PictureMenu({
  image,
  className,
  onFavorite,
  onReference,
  onDelete,
}: PictureMenuProps) {
  const t = useWords();
  const address = () => new URL(`/gallery/${image.id}`, window.location.href).href;

  return (
    <Menu label={t("feed.pictureActions")} className={className}>
      <MenuItem onClick={onFavorite}>
        <Heart aria-hidden />
        {t(image.isFavorite ? "image.removeFavorite" : "image.addFavorite")}
        <KeyHint id="favorite" />
      </MenuItem>
      <MenuItem onClick={onReference}>
        <ImagePlus aria-hidden />
        {t("image.useAsReference")}
      </MenuItem>
      <MenuItem onClick={() => downloadImage(image.id)}>
        <Download aria-hidden />
        {t("feed.download")}
        <KeyHint id="download" />
      </MenuItem>
      <MenuItem onClick={() => copyText(address(), { done: t("feed.linkCopied"), t })}>
        <Link aria-hidden />
        {t("feed.copyLink")}
      </MenuItem>
      <MenuItem tone="danger" onClick={onDelete}>
        <Trash2 aria-hidden />
        {t("image.delete")}
        <KeyHint id="delete" />
      </MenuItem>
    </Menu>
  );
}
