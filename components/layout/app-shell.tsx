import type { ReactNode } from "react";
import { RecordsProvider } from "#components/data/select/records-provider.tsx";
import { ConnectionNotice } from "#components/layout/connection-notice.tsx";
import { KeyboardNavigation } from "#components/layout/keyboard-navigation.tsx";
import { Navigation } from "#components/layout/navigation.tsx";
import { SkipLink } from "#components/layout/skip-link.tsx";
import { Announcer } from "#components/ui/announcer.tsx";
import { Toaster } from "#components/ui/toaster.tsx";

interface AppShellProps {
  /** What is always in sight, at the top right. */
  queue: ReactNode;
  /** A phone's tabs beside those of the screens. */
  tabs: ReactNode;
  children: ReactNode;
}

/**
 * What is around every screen: the way between the screens (a rail, or tabs at the foot of a phone), the queue, and the
 * places where toasts appear and screen readers are spoken to. `--tabs-height` is what the tabs take, `--top-height` the
 * head of a screen, whose right end is the queue's.
 */
export function AppShell({ queue, tabs, children }: AppShellProps) {
  return (
    <RecordsProvider>
      <div className="flex min-h-dvh flex-col [--rail-width:0px] [--tabs-height:calc(3.5rem+env(safe-area-inset-bottom))] [--top-height:3rem] md:flex-row md:[--rail-width:4.75rem] md:[--tabs-height:0px] md:[--top-height:3.5rem]">
        <SkipLink />
        <Navigation tabs={tabs} />
        <main
          id="main"
          tabIndex={-1}
          className="min-w-0 flex-1 pb-(--tabs-height) focus:outline-none"
        >
          {children}
        </main>
        {queue}
        <ConnectionNotice />
        <Toaster />
        <Announcer />
        <KeyboardNavigation />
      </div>
    </RecordsProvider>
  );
}
