"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { useWords } from "#components/words/words.tsx";

/** For a picture that could not be loaded: what `Image` tells, and the button that tries again. It stands beside the link or the button that the picture is in. */
export function useTryAgainButton() {
  const t = useWords();
  const [broken, setBroken] = useState<{ tryAgain: () => void } | null>(null);

  return {
    onBroken: (tryAgain: (() => void) | null) => setBroken(tryAgain && { tryAgain }),
    tryAgainButton: broken && (
      <div className="pointer-events-none absolute inset-x-0 bottom-3 flex justify-center">
        <Button size="small" className="pointer-events-auto" onClick={broken.tryAgain}>
          {t("image.tryAgain")}
        </Button>
      </div>
    ),
  };
}
