"use client";

import { Download, Share2 } from "lucide-react";
import { type MouseEvent, useSyncExternalStore } from "react";
import { downloadUrl } from "#components/image/download-image.ts";
import { promptStart } from "#components/image/prompt-start.ts";
import { useWords } from "#components/words/words.tsx";
import { imageUrl } from "#lib/contract/image-url.ts";
import type { ImageView } from "#lib/contract/image-view.ts";

interface ShareLinkProps {
  image: ImageView;
  className: string;
}

/** The way out of the studio for a picture's file: to another app where a finger holds it and the system shares files, else a download. */
export function ShareLink({ image, className }: ShareLinkProps) {
  const t = useWords();
  const isShared = useSyncExternalStore(neverChanges, canShareFiles, () => false);

  function share(event: MouseEvent) {
    if (!isShared) return;
    event.preventDefault();
    void shareFile(image);
  }

  return (
    <a
      href={downloadUrl(image.id)}
      download
      aria-label={t(isShared ? "viewer.share" : "viewer.download")}
      data-hint=""
      className={className}
      onClick={share}
    >
      {isShared ? <Share2 aria-hidden /> : <Download aria-hidden />}
    </a>
  );
}

/** Where it fails, or is called off, nothing has happened: the picture is still there. */
async function shareFile({ id, type, prompt }: ImageView): Promise<void> {
  const response = await fetch(imageUrl(id, "original"));
  const name = `${promptStart(prompt, 40)}.${type.replace("image/", "")}`;
  const file = new File([await response.blob()], name, { type });
  await navigator.share({ files: [file], title: promptStart(prompt) }).catch(() => {});
}

/** A mouse has the clipboard and the desktop. */
function canShareFiles(): boolean {
  const file = new File([], "picture.png", { type: "image/png" });
  return (
    window.matchMedia("(pointer: coarse)").matches &&
    typeof navigator.canShare === "function" &&
    navigator.canShare({ files: [file] })
  );
}

function neverChanges() {
  return () => {};
}
