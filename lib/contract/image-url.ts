/** The address of a picture's bytes: the original, or a WebP whose long edge is 640 or 320 pixels. */
export function imageUrl(id: string, variant: "original" | "640" | "320"): string {
  return `/api/images/${id}/${variant}`;
}
