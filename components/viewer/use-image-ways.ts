"use client";

import { useRouter } from "next/navigation";
import { previousUrl } from "#components/viewer/came-from.ts";

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
      if (isListed(previousUrl()?.pathname)) router.back();
      else router.push("/gallery");
    },
  };
}

/** Whether that is a screen with many pictures, which keeps its place. */
function isListed(path: string | undefined): boolean {
  return path === "/" || path === "/gallery";
}
