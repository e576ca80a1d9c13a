"use client";

import { useRouter } from "next/navigation";

export interface ImageWays {
  /** To another picture, which takes this one's place in the history; nowhere where there is none. */
  goTo: (imageId: string | null) => void;
  /** To the screen that one came from; to the gallery, where that was none of ours. */
  goBack: () => void;
}

/** The ways that lead from a picture's page. */
export function useImageWays(): ImageWays {
  const router = useRouter();

  return {
    goTo(imageId) {
      if (imageId) router.replace(`/gallery/${imageId}`, { scroll: false });
    },
    goBack() {
      // Going back keeps the filter and the place; who came from elsewhere is led to the gallery.
      if (isListed(previousPath())) router.back();
      else router.push("/gallery");
    },
  };
}

/** Whether that is a screen with many pictures, which keeps its place. */
function isListed(path: string | null): boolean {
  return path === "/" || path === "/gallery";
}

/** The path of the page before this one; null where it is not ours, or the browser cannot tell. */
function previousPath(): string | null {
  const { navigation } = globalThis;
  const index = navigation?.currentEntry?.index ?? 0;
  const url = navigation?.entries()[index - 1]?.url;
  return url ? new URL(url).pathname : null;
}
