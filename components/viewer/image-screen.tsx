"use client";

import { useLayoutEffect } from "react";
import { preload } from "react-dom";
import { DeleteFavoriteDialog } from "#components/image/delete-favorite-dialog.tsx";
import { rememberViewed } from "#components/image/last-viewed.ts";
import { promptStart } from "#components/image/prompt-start.ts";
import { ImageStage } from "#components/viewer/image-stage.tsx";
import { ImageToolbar } from "#components/viewer/image-toolbar.tsx";
import { ImageInspector } from "#components/viewer/inspector/image-inspector.tsx";
import { useInspector } from "#components/viewer/inspector/use-inspector.ts";
import { PhoneBar } from "#components/viewer/phone-bar.tsx";
import { ImageStrip } from "#components/viewer/strip/image-strip.tsx";
import { useArrowKeys } from "#components/viewer/use-arrow-keys.ts";
import { useCurrentImage } from "#components/viewer/use-current-image.ts";
import { useFullscreen } from "#components/viewer/use-fullscreen.ts";
import { useImageWays } from "#components/viewer/use-image-ways.ts";
import { useNeighbours } from "#components/viewer/use-neighbours.ts";
import { usePictureKeys } from "#components/viewer/use-picture-keys.ts";
import { useRemoval } from "#components/viewer/use-removal.ts";
import { useScreenFocus } from "#components/viewer/use-screen-focus.ts";
import { useZoom } from "#components/viewer/zoom/use-zoom.ts";
import type { ImageDetail } from "#lib/contract/image-detail.ts";
import { imageUrl } from "#lib/contract/image-url.ts";
import type { ImageLineage } from "#lib/contract/library/image-lineage.ts";

interface ImageScreenProps {
  detail: ImageDetail;
  lineage: ImageLineage;
  /** The newest event that it is sure to contain. */
  sequence: number;
}

/** How far an arrow moves what is zoomed. */
const panPx = 96;

/** One picture, large, with all that is known of it; arrow keys lead to its neighbours, Escape back. */
export function ImageScreen({ detail, lineage, sequence }: ImageScreenProps) {
  const neighbours = useNeighbours(detail);
  const { newerId, olderId } = neighbours;
  const { goTo, goBack } = useImageWays();
  const image = useCurrentImage(detail.image, sequence);
  const zoom = useZoom(image.width);
  const removal = useRemoval(image, {
    nextId: olderId ?? newerId,
    goTo,
    goBack,
    picture: zoom.picture,
  });
  const fullscreen = useFullscreen();

  useScreenFocus(zoom.picture);
  useLayoutEffect(() => rememberViewed(detail.image.id), [detail.image.id]);
  for (const id of [newerId, olderId]) {
    if (id) preload(imageUrl(id, "640"), { as: "image" });
  }

  const inspector = useInspector();
  const deeds = usePictureKeys(image, {
    remove: removal.ask,
    toggleDetails: inspector.toggle,
    toggleZoom: zoom.toggle,
    toggleFullscreen: fullscreen.toggle,
  });
  useArrowKeys({
    onArrow({ x, y }) {
      if (zoom.isZoomed) return zoom.panBy({ x: -panPx * x, y: -panPx * y });
      return x !== 0 && goTo(x < 0 ? newerId : olderId);
    },
    onEscape: fullscreen.isOn ? fullscreen.leave : goBack,
  });

  return (
    <div className="flex h-[calc(100dvh-var(--tabs-height))]">
      <h1 className="sr-only">{promptStart(image.prompt)}</h1>
      <div className="flex min-w-0 flex-1 flex-col">
        <ImageToolbar
          image={image}
          neighbours={neighbours}
          inspector={inspector}
          fullscreen={fullscreen}
          onBack={goBack}
          onDelete={removal.ask}
        />
        <ImageStage
          image={image}
          zoom={zoom}
          fullscreen={fullscreen}
          onSwipe={(direction) => goTo(direction === 1 ? olderId : newerId)}
          onSwipeUp={inspector.openSheet}
        />
        <ImageStrip image={image} lineage={lineage} />
        <PhoneBar image={image} {...deeds} onDetails={inspector.openSheet} />
      </div>
      <ImageInspector detail={detail} image={image} inspector={inspector} {...deeds} />
      <DeleteFavoriteDialog
        image={removal.isAsked ? image : null}
        onClose={removal.cancel}
        onDelete={removal.remove}
      />
    </div>
  );
}
