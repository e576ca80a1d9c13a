/** The address of the bytes of an input, by their hash: the original, or a WebP whose long edge is 640 or 320 pixels. */
export function blobUrl(hash: string, variant: "original" | "640" | "320"): string {
  return `/api/blobs/${hash}/${variant}`;
}
