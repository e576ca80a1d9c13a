import { imageUrl } from "#lib/contract/image-url.ts";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";

/** The `src` and `srcSet` of a picture. The thumbnails are named by their long edge, a srcset by widths. */
export function imageSources(
  image: Pick<ImageTile, "id" | "width" | "height">,
  { withOriginal }: { withOriginal: boolean },
): { src: string; srcSet: string } {
  const longEdge = Math.max(image.width, image.height);
  const thumbnails = (["320", "640"] as const).map((variant) => {
    const scale = Math.min(1, Number(variant) / longEdge);
    return `${imageUrl(image.id, variant)} ${Math.round(image.width * scale)}w`;
  });
  const original = `${imageUrl(image.id, "original")} ${image.width}w`;
  const hasMore = withOriginal && longEdge > 640;

  return {
    src: imageUrl(image.id, "640"),
    srcSet: [...thumbnails, ...(hasMore ? [original] : [])].join(", "),
  };
}
