import { Heart, Images } from "lucide-react";
import Link from "next/link";
import { buttonClass } from "#components/ui/button-class.ts";
import { useWords } from "#components/words/words.tsx";

/** What the gallery shows while it has nothing to show. */
export function EmptyGallery({ onlyFavorites }: { onlyFavorites: boolean }) {
  const t = useWords();
  const Icon = onlyFavorites ? Heart : Images;

  return (
    <div className="flex min-h-[60dvh] flex-col items-center justify-center gap-4 p-8 text-center">
      <Icon aria-hidden className="size-8 text-muted" strokeWidth={1.25} />
      <div className="flex max-w-xs flex-col gap-1">
        <p className="font-medium">
          {t(onlyFavorites ? "gallery.noFavorites" : "gallery.noPictures")}
        </p>
        <p className="text-muted">
          {t(onlyFavorites ? "gallery.noFavoritesHint" : "gallery.noPicturesHint")}
        </p>
      </div>
      {onlyFavorites ? (
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
