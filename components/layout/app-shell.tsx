import type { ReactNode } from "react";
import { RecordsProvider } from "#components/data/select/records-provider.tsx";
import { KeyboardNavigation } from "#components/layout/keyboard-navigation.tsx";
import { Navigation } from "#components/layout/navigation.tsx";
import { Announcer } from "#components/ui/announcer.tsx";
import { Toaster } from "#components/ui/toaster.tsx";
import type { Words } from "#messages/create-words.ts";

/**
 * What is around every screen: the way between the screens (a rail, or tabs at the foot of a phone), and the
 * places where toasts appear and screen readers are spoken to. `--tabs-height` is what the tabs take.
 */
export function AppShell({ t, children }: { t: Words; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col [--rail-width:0px] [--tabs-height:calc(3.5rem+env(safe-area-inset-bottom))] md:flex-row md:[--rail-width:3.5rem] md:[--tabs-height:0px]">
      <a
        href="#main"
        className="sr-only z-50 rounded-control bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t("layout.skip")}
      </a>
      <Navigation />
      <main
        id="main"
        tabIndex={-1}
        className="min-w-0 flex-1 pb-(--tabs-height) focus:outline-none"
      >
        <RecordsProvider>{children}</RecordsProvider>
      </main>
      <Toaster />
      <Announcer />
      <KeyboardNavigation />
    </div>
  );
}
