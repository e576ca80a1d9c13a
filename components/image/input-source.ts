import { imageUrl } from "#lib/contract/image-url.ts";
import { blobUrl } from "#lib/contract/input/blob-url.ts";
import type { InputRequest } from "#lib/contract/input/input-view.ts";

/** The address of a small copy of what goes into a generation. */
export function inputSource({
  imageId,
  blobHash = "",
}: {
  imageId?: InputRequest["imageId"] | null;
  blobHash?: InputRequest["blobHash"];
}): string {
  return imageId ? imageUrl(imageId, "320") : blobUrl(blobHash, "320");
}
