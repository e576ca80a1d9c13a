let viewedId: string | null = null;

/** Remembers the picture that was looked at last, for the gallery to come back to. */
export function rememberViewed(imageId: string): void {
  viewedId = imageId;
}

/** The picture that was looked at since the gallery was left, told once; null if there was none. */
export function takeViewed(): string | null {
  const taken = viewedId;
  viewedId = null;
  return taken;
}
