"use client";

import { ChevronRight, Download, type LucideIcon, Settings, SunMoon } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import type { InstallEvent } from "#components/layout/more/install-event.ts";
import { themes, useThemeChoice } from "#components/layout/use-theme-choice.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { Segments } from "#components/ui/segments.tsx";
import { useWords } from "#components/words/words.tsx";

interface MoreSheetProps {
  /** The browser's offer to install the studio. */
  install: InstallEvent | null;
  onClose: () => void;
}

const rowClass =
  "-mx-2 flex min-h-13 items-center gap-3 rounded-control px-2 text-start hover:bg-fill [&>svg]:size-5 [&>svg]:shrink-0 [&>svg]:stroke-[1.75]";

/** What a phone's tabs have no room for: the settings, the theme, and the way onto the home screen. */
export function MoreSheet({ install, onClose }: MoreSheetProps) {
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
        <Link href="/settings" className={rowClass} onClick={onClose}>
          <Row icon={Settings}>{t("layout.settings")}</Row>
          <ChevronRight aria-hidden className="text-muted rtl:rotate-180" />
        </Link>
        <div className="-mx-2 flex min-h-13 flex-wrap items-center gap-3 px-2 [&>svg]:size-5 [&>svg]:stroke-[1.75]">
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
            className={rowClass}
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
