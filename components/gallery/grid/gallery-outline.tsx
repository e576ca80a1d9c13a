import Link from "next/link";
import type { CSSProperties } from "react";
import {
  dayHeight,
  growthMax,
  tileAspect,
  tileGap,
} from "#components/gallery/rows/gallery-geometry.ts";
import type { Day } from "#components/gallery/rows/group-by-day.ts";
import { type GallerySize, shapeOfSize } from "#components/gallery/size/gallery-size.ts";
import { Image } from "#components/image/image.tsx";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";

/** What the server draws of the gallery: more than any first screen shows, but of the smallest. */
const imagesMax = 60;

/**
 * The gallery before the browser knows how wide it is: the same rows, laid out by CSS alone. Wrapping by flex fills
 * a row as `layOutGallery` does; on a phone those of a row are in a box, which vanishes elsewhere.
 */
export function GalleryOutline({ days, size }: { days: readonly Day[]; size: GallerySize }) {
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
        {rowsOf(images, shapeOfSize[size].columns).map(({ key, row, missing }) => (
          <div key={key} className="flex w-full md:contents" style={{ gap: tileGap }}>
            {row.map((image) => (
              <OutlineTile key={image.id} image={image} size={size} />
            ))}
            {missing.map(({ key: place, like }) => (
              <div
                key={place}
                style={styleOf(like, size)}
                className="grow-(--narrow) basis-0 md:hidden"
              />
            ))}
          </div>
        ))}
        <div className="hidden grow-[1000000] md:block" />
      </div>
    </section>
  ));
}

function OutlineTile({ image, size }: { image: ImageTile; size: GallerySize }) {
  return (
    <Link
      href={`/gallery/${image.id}`}
      prefetch={false}
      style={styleOf(image, size)}
      className="aspect-(--narrow) min-w-0 shrink grow-(--narrow) basis-0 md:aspect-(--wide) md:max-w-(--most) md:grow-(--wide) md:basis-(--basis)"
    >
      <Image
        image={image}
        sizes={`(width < 48rem) ${Math.round(100 / shapeOfSize[size].columns)}vw, ${Math.round(shapeOfSize[size].height * 1.5)}px`}
        isEager
        className="size-full rounded-picture [&_img]:object-contain"
        style={{ aspectRatio: "auto" }}
      />
    </Link>
  );
}

function styleOf(
  image: ImageTile,
  size: GallerySize,
): CSSProperties & Record<`--${string}`, string> {
  const wide = tileAspect(image, false);
  const basis = wide * shapeOfSize[size].height;
  return {
    "--wide": `${wide}`,
    "--narrow": `${tileAspect(image, true)}`,
    "--basis": `${basis}px`,
    "--most": `${basis * growthMax}px`,
  };
}

/** The rows of a phone; in the last one the room of those that are missing. */
function rowsOf(images: readonly ImageTile[], columns: number) {
  const starts = images.flatMap((_, at) => (at % columns === 0 ? [at] : []));
  return starts.flatMap((start) => {
    const row = images.slice(start, start + columns);
    const like = row.at(-1);
    if (!like) return [];
    const missing = Array.from({ length: columns - row.length }, (_, at) => ({ key: at, like }));
    return [{ key: like.id, row, missing }];
  });
}
