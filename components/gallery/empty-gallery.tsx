import { Heart, Images, Trash2 } from "lucide-react";
import Link from "next/link";
import { type ImageListName, isFound } from "#components/data/records/list-name.ts";
import { buttonClass } from "#components/ui/button-class.ts";
import { useWords } from "#components/words/words.tsx";
import { trashDays } from "#lib/contract/library/trash-days.ts";

/** What the gallery shows while it has nothing to show. */
export function EmptyGallery({ list }: { list: ImageListName }) {
  const t = useWords();
  const { icon: Icon, says, hint } = kinds[isFound(list) ? "images" : list];

  return (
    <div className="flex min-h-[60dvh] flex-col items-center justify-center gap-4 p-8 text-center">
      <Icon aria-hidden className="size-8 text-muted" strokeWidth={1.25} />
      <div className="flex max-w-xs flex-col gap-1">
        <p className="font-medium">{t(says)}</p>
        <p className="text-muted">{t(hint, { days: trashDays })}</p>
      </div>
      {list !== "images" ? (
        <Link href="/gallery" className={buttonClass()}>
          {t("gallery.showAll")}
        </Link>
      ) : (
        <Link href="/" className={buttonClass({ variant: "primary" })}>
          {t("gallery.makeFirst")}
        </Link>
      )}
    </div>
  );
}

const kinds = {
  images: { icon: Images, says: "gallery.noPictures", hint: "gallery.noPicturesHint" },
  favorites: { icon: Heart, says: "gallery.noFavorites", hint: "gallery.noFavoritesHint" },
  trash: { icon: Trash2, says: "gallery.noTrash", hint: "gallery.noTrashHint" },
} as const;
