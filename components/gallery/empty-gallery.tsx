import { Heart, Images } from "lucide-react";
import Link from "next/link";
import { buttonClass } from "#components/ui/button-class.ts";

/** What the gallery shows while it has nothing to show. */
export function EmptyGallery({ onlyFavorites }: { onlyFavorites: boolean }) {
  const Icon = onlyFavorites ? Heart : Images;

  return (
    <div className="flex min-h-[60dvh] flex-col items-center justify-center gap-4 p-8 text-center">
      <Icon aria-hidden className="size-8 text-muted" strokeWidth={1.25} />
      <div className="flex max-w-xs flex-col gap-1">
        <p className="font-medium">{onlyFavorites ? "No favourites yet" : "No pictures yet"}</p>
        <p className="text-muted">
          {onlyFavorites
            ? "Press the heart on a picture, or F, and it is kept here."
            : "Whatever you make in the studio is kept here, with its prompt."}
        </p>
      </div>
      {onlyFavorites ? (
        <Link href="/gallery" className={buttonClass()}>
          Show all pictures
        </Link>
      ) : (
        <Link href="/" className={buttonClass({ variant: "primary" })}>
          Make your first picture
        </Link>
      )}
    </div>
  );
}
