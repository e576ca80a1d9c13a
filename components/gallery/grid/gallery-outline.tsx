import Link from "next/link";
import type { CSSProperties } from "react";
import { dayHeight, tileGap, tileHeight } from "#components/gallery/grid/gallery-geometry.ts";
import type { Day } from "#components/gallery/grid/group-by-day.ts";
import { Image } from "#components/image/image.tsx";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";

/** What the server draws of the gallery: more than any first screen shows. */
const imagesMax = 60;

/**
 * The gallery before the browser knows how wide it is: the same rows, laid out by CSS alone. Wrapping by flex fills
 * a row as `layOutGallery` does; on a phone the pairs are boxes, elsewhere they vanish.
 */
export function GalleryOutline({ days }: { days: readonly Day[] }) {
  let left = imagesMax;
  const shown = days.flatMap((day) => {
    const images = day.images.slice(0, left);
    left -= images.length;
    return images.length > 0 ? [{ ...day, images }] : [];
  });

  return shown.map(({ date, label, images }) => (
    <section key={date} aria-label={label} style={{ marginBottom: tileGap }}>
      <p className="flex items-center font-semibold text-md" style={{ height: dayHeight }}>
        {label}
      </p>
      <div className="flex flex-wrap" style={{ gap: tileGap }}>
        {pairsOf(images).map(([first, second]) => (
          <div key={first.id} className="flex w-full md:contents" style={{ gap: tileGap }}>
            <OutlineTile image={first} />
            {second ? (
              <OutlineTile image={second} />
            ) : (
              <div style={shapeOf(first)} className="grow-(--aspect) md:hidden" />
            )}
          </div>
        ))}
        <div className="hidden grow-[1000000] md:block" />
      </div>
    </section>
  ));
}

function OutlineTile({ image }: { image: ImageTile }) {
  return (
    <Link
      href={`/gallery/${image.id}`}
      prefetch={false}
      style={shapeOf(image)}
      className="min-w-0 shrink grow-(--aspect) basis-0 md:basis-(--basis)"
    >
      <Image
        image={image}
        sizes="(width < 48rem) 50vw, 330px"
        isEager
        className="rounded-picture"
      />
    </Link>
  );
}

function shapeOf({ width, height }: ImageTile): CSSProperties & Record<`--${string}`, string> {
  const aspect = width / height;
  return { "--aspect": `${aspect}`, "--basis": `${aspect * tileHeight}px` };
}

function pairsOf(images: readonly ImageTile[]): [ImageTile, ImageTile?][] {
  return images.flatMap((first, index): [ImageTile, ImageTile?][] => {
    const second = images[index + 1];
    if (index % 2 === 1) return [];
    return [second ? [first, second] : [first]];
  });
}
