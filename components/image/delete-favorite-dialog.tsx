"use client";

import { deleteImage } from "#components/image/change-image.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import type { ImageView } from "#lib/contract/image-view.ts";

interface DeleteFavoriteDialogProps {
  /** The favourite that is to be deleted; null while nothing is asked. */
  image: ImageView | null;
  onClose: () => void;
  /** Called when the answer is yes. */
  onDelete?: (image: ImageView) => void;
}

/** Asks before a favourite goes to the trash. */
export function DeleteFavoriteDialog({
  image,
  onClose,
  onDelete = deleteImage,
}: DeleteFavoriteDialogProps) {
  return (
    <Dialog
      isOpen={image !== null}
      onClose={onClose}
      title="Delete a favourite?"
      actions={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button
            variant="danger"
            onClick={() => {
              onClose();
              if (image) onDelete(image);
            }}
          >
            Move to the trash
          </Button>
        </>
      }
    >
      <p className="text-muted">This picture is one of your favourites. The trash keeps it.</p>
    </Dialog>
  );
}
