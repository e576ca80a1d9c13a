"use client";

import {
  ChevronRight,
  Download,
  Grid2x2,
  type LucideIcon,
  Search,
  Settings,
  SunMoon,
} from "lucide-react";
import Link from "next/link";
import { type ReactNode, Suspense } from "react";
import type { InstallEvent } from "#components/layout/more/install-event.ts";
import { openPalette } from "#components/layout/palette-opening.ts";
import { themes, useThemeChoice } from "#components/layout/use-theme-choice.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { Segments } from "#components/ui/segments.tsx";
import { useWords } from "#components/words/words.tsx";
import { cn } from "#lib/platform/cn.ts";

interface MoreSheetProps {
  /** The browser's offer to install the studio. */
  install: InstallEvent | null;
  /** How large the screen's pictures are; nothing on one without. */
  pictureSize: ReactNode;
  onClose: () => void;
}

const rowClass =
  "-mx-2 flex min-h-13 items-center gap-3 px-2 text-start [&>svg]:size-5 [&>svg]:shrink-0 [&>svg]:stroke-[1.75]";
const pressClass = cn(rowClass, "rounded-control hover:bg-fill");
const choiceClass = cn(rowClass, "flex-wrap");

/** What a phone's tabs have no room for: the search, the settings, how it looks, and the way onto the home screen. */
export function MoreSheet({ install, pictureSize, onClose }: MoreSheetProps) {
  const t = useWords();
  const { theme, setTheme } = useThemeChoice();

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t("layout.more")}
      closeLabel={t("more.done")}
      placement="bottom"
    >
      <div className="flex flex-col pb-2">
        <button
          type="button"
          aria-haspopup="dialog"
          className={pressClass}
          onClick={(event) => {
            // At once: the focus goes back to what opened this before the palette takes it.
            event.currentTarget.closest("dialog")?.close();
            onClose();
            openPalette();
          }}
        >
          <Row icon={Search}>{t("layout.palette")}</Row>
        </button>
        <Link href="/settings" className={pressClass} onClick={onClose}>
          <Row icon={Settings}>{t("layout.settings")}</Row>
          <ChevronRight aria-hidden className="text-muted rtl:rotate-180" />
        </Link>
        {pictureSize && (
          <div className={choiceClass}>
            <Row icon={Grid2x2}>{t("more.density")}</Row>
            <Suspense>{pictureSize}</Suspense>
          </div>
        )}
        <div className={choiceClass}>
          <Row icon={SunMoon}>{t("more.theme")}</Row>
          <Segments
            label={t("more.theme")}
            value={theme}
            options={themes.map((one) => [one, t("more.themeName", { theme: one })])}
            onValueChange={setTheme}
          />
        </div>
        {install && (
          <button
            type="button"
            className={pressClass}
            onClick={() => {
              onClose();
              // A person who says no has answered.
              install.prompt().catch(() => {});
            }}
          >
            <Row icon={Download}>{t("more.install")}</Row>
          </button>
        )}
        {isPageOfApple() && (
          <p className="flex items-center gap-3 py-3 text-muted [&>svg]:size-5 [&>svg]:shrink-0">
            <Row icon={Download}>{t("more.installBySharing")}</Row>
          </p>
        )}
      </div>
    </Dialog>
  );
}

function Row({ icon: Icon, children }: { icon: LucideIcon; children: ReactNode }) {
  return (
    <>
      <Icon aria-hidden />
      <span className="flex-1">{children}</span>
    </>
  );
}

/** Safari on a phone, and not the app on its home screen: it has no offer to make, but a way. */
function isPageOfApple(): boolean {
  return Reflect.get(navigator, "standalone") === false;
}
