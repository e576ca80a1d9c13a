"use client";

import { EyeOff, Trash2 } from "lucide-react";
import { useImageChanges } from "#components/data/change/use-image-changes.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useWords } from "#components/words/words.tsx";
import type { ImageView } from "#lib/contract/image-view.ts";

/** Why a picture is not in the gallery, and the way back into it; nothing for one that is. */
export function ImageNotice({ image }: { image: ImageView }) {
  const t = useWords();
  const { restoreImage, unhideImage } = useImageChanges();
  if (image.deletedAt !== null) {
    return (
      <Notice icon={Trash2} title={t("viewer.inTrash")} tone="warning">
        <Button size="small" className="mt-1 self-start" onClick={() => restoreImage(image)}>
          {t("viewer.restore")}
        </Button>
      </Notice>
    );
  }
  if (image.isHidden) {
    return (
      <Notice icon={EyeOff} title={t("viewer.notInGallery")}>
        <p className="text-muted text-xs">{t("viewer.cameLate")}</p>
        <Button size="small" className="mt-1 self-start" onClick={() => unhideImage(image)}>
          {t("viewer.show")}
        </Button>
      </Notice>
    );
  }
  return null;
}
