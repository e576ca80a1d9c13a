"use client";

import { EyeOff, Trash2 } from "lucide-react";
import { restoreImage, unhideImage } from "#components/image/change-image.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ImageView } from "#lib/contract/image-view.ts";

/** Why a picture is not in the gallery, and the way back into it; nothing for one that is. */
export function ImageNotice({ image }: { image: ImageView }) {
  if (image.deletedAt !== null) {
    return (
      <Notice icon={Trash2} title="This picture is in the trash" tone="warning">
        <Button size="small" className="mt-1 self-start" onClick={() => restoreImage(image)}>
          Restore
        </Button>
      </Notice>
    );
  }
  if (image.isHidden) {
    return (
      <Notice icon={EyeOff} title="Not in the gallery">
        <p className="text-muted text-xs">
          It came after you had stopped waiting for it. It was paid for, so it was kept.
        </p>
        <Button size="small" className="mt-1 self-start" onClick={() => unhideImage(image)}>
          Show in the gallery
        </Button>
      </Notice>
    );
  }
  return null;
}
