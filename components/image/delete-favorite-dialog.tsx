"use client";

import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { useWords } from "#components/words/words.tsx";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";

interface DeleteFavoriteDialogProps {
  /** The favourite that is to be deleted; null while nothing is asked. */
  image: ImageTile | null;
  onClose: () => void;
  /** Called when the answer is yes. */
  onDelete: (image: ImageTile) => void;
}

/** Asks before a favourite goes to the trash. */
export function DeleteFavoriteDialog({ image, onClose, onDelete }: DeleteFavoriteDialogProps) {
  const t = useWords();

  return (
    <Dialog
      isOpen={image !== null}
      onClose={onClose}
      title={t("image.deleteFavorite")}
      actions={
        <>
          <Button onClick={onClose}>{t("image.keep")}</Button>
          <Button
            variant="danger"
            onClick={() => {
              onClose();
              if (image) onDelete(image);
            }}
          >
            {t("image.moveToTrash")}
          </Button>
        </>
      }
    >
      <p className="text-muted">{t("image.deleteFavoriteWhy")}</p>
    </Dialog>
  );
}
