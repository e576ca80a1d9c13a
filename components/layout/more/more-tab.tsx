"use client";

import { Ellipsis } from "lucide-react";
import { usePathname } from "next/navigation";
import { type ReactNode, Suspense, useEffect, useState } from "react";
import type { InstallEvent } from "#components/layout/more/install-event.ts";
import { isInstallEvent } from "#components/layout/more/install-event.ts";
import { placeClass, placeIconClass } from "#components/layout/place-class.ts";
import { wordedPart } from "#components/layout/worded-part.tsx";
import { useWords } from "#components/words/words.tsx";
import { cn } from "#lib/platform/cn.ts";

const MoreSheet = wordedPart(async () => {
  const { MoreSheet } = await import("#components/layout/more/more-sheet.tsx");
  return MoreSheet;
});

/** The last of a phone's tabs: what has none of its own. `pictureSizes` is how large a screen's pictures are, by its path. */
export function MoreTab({ pictureSizes }: { pictureSizes: Record<string, ReactNode> }) {
  const t = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const install = useInstallEvent();
  const pathname = usePathname();
  // Of what it holds, the settings are a screen.
  const isHere = pathname.startsWith("/settings");

  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-current={isHere ? "page" : undefined}
        className={cn(placeClass, "md:hidden")}
        onClick={() => setIsOpen(true)}
      >
        <span className={placeIconClass}>
          <Ellipsis aria-hidden />
        </span>
        {t("layout.more")}
      </button>
      <Suspense>
        {isOpen && (
          <MoreSheet
            install={install}
            pictureSize={pictureSizes[pathname]}
            onClose={() => setIsOpen(false)}
          />
        )}
      </Suspense>
    </>
  );
}

/** The browser's offer to install the studio, which it makes once, some time after the page is there; null before, and after that. */
function useInstallEvent(): InstallEvent | null {
  const [install, setInstall] = useState<InstallEvent | null>(null);

  useEffect(() => {
    const onOffer = (event: Event) => isInstallEvent(event) && setInstall(event);
    const onInstalled = () => setInstall(null);
    window.addEventListener("beforeinstallprompt", onOffer);
    window.addEventListener("appinstalled", onInstalled);
    return () => {
      window.removeEventListener("beforeinstallprompt", onOffer);
      window.removeEventListener("appinstalled", onInstalled);
    };
  }, []);

  return install;
}
