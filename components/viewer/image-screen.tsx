"use client";

import { useLayoutEffect, useState } from "react";
import { preload } from "react-dom";
import { useImageChanges } from "#components/data/change/use-image-changes.ts";
import { DeleteFavoriteDialog } from "#components/image/delete-favorite-dialog.tsx";
import { rememberViewed } from "#components/image/last-viewed.ts";
import { promptStart } from "#components/image/prompt-start.ts";
import { ImageInspector } from "#components/viewer/image-inspector.tsx";
import { ImageStage } from "#components/viewer/image-stage.tsx";
import { ImageToolbar } from "#components/viewer/image-toolbar.tsx";
import { moveFocus } from "#components/viewer/moved-focus.ts";
import { useArrowKeys } from "#components/viewer/use-arrow-keys.ts";
import { useCurrentImage } from "#components/viewer/use-current-image.ts";
import { useImageWays } from "#components/viewer/use-image-ways.ts";
import { useInspector } from "#components/viewer/use-inspector.ts";
import { useNeighbours } from "#components/viewer/use-neighbours.ts";
import { usePictureKeys } from "#components/viewer/use-picture-keys.ts";
import type { ImageDetail } from "#lib/contract/image-detail.ts";
import { imageUrl } from "#lib/contract/image-url.ts";

interface ImageScreenProps {
  detail: ImageDetail;
  /** The newest event that it is sure to contain. */
  sequence: number;
}

/** One picture, large, with all that is known of it; arrow keys lead to its neighbours, Escape back. */
export function ImageScreen({ detail, sequence }: ImageScreenProps) {
  const neighbours = useNeighbours(detail);
  const { newerId, olderId } = neighbours;
  const { goTo, goBack } = useImageWays();
  const image = useCurrentImage(detail.image, sequence);
  const { deleteImage } = useImageChanges();
  const [isActualSize, setIsActualSize] = useState(false);
  const [isAskedToDelete, setIsAskedToDelete] = useState(false);

  useLayoutEffect(() => rememberViewed(detail.image.id), [detail.image.id]);
  for (const id of [newerId, olderId]) {
    if (id) preload(imageUrl(id, "640"), { as: "image" });
  }

  function remove() {
    // At once: whoever waits for a slow server has gone elsewhere by then.
    void deleteImage(image);
    const next = olderId ?? newerId;
    if (!next) return goBack();

    moveFocus();
    goTo(next);
  }

  function askToRemove() {
    if (image.deletedAt !== null) return;
    if (image.isFavorite) setIsAskedToDelete(true);
    else remove();
  }

  const inspector = useInspector();
  const { runAgain } = usePictureKeys(image, {
    remove: askToRemove,
    toggleDetails: inspector.toggle,
  });
  useArrowKeys({
    onLeft: () => goTo(newerId),
    onRight: () => goTo(olderId),
    onEscape: goBack,
  });

  return (
    <div className="flex flex-col md:h-dvh md:flex-row">
      <h1 className="sr-only">{promptStart(image.prompt)}</h1>
      <div className="flex min-w-0 flex-col md:h-dvh md:flex-1">
        <ImageToolbar
          image={image}
          neighbours={neighbours}
          inspector={inspector}
          onBack={goBack}
          onDelete={askToRemove}
        />
        <ImageStage
          image={image}
          isActualSize={isActualSize}
          onToggleSize={() => setIsActualSize(!isActualSize)}
          onSwipe={(direction) => goTo(direction === 1 ? olderId : newerId)}
        />
      </div>
      <ImageInspector detail={detail} image={image} inspector={inspector} onRunAgain={runAgain} />
      <DeleteFavoriteDialog
        image={isAskedToDelete ? image : null}
        onClose={() => setIsAskedToDelete(false)}
        onDelete={remove}
      />
    </div>
  );
}
