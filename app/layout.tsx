import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { headers } from "next/headers";
import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";
import { ScreenWords } from "#app/screen-words.tsx";
import { getWords } from "#app/words.server.ts";
import { SizePart } from "#components/gallery/size/size-part.tsx";
import { AppShell } from "#components/layout/app-shell.tsx";
import { EarlyChanges } from "#components/layout/early-changes.tsx";
import { EarlyClicks } from "#components/layout/early-clicks.tsx";
import { EarlyTheme } from "#components/layout/early-theme.tsx";
import { MoreTab } from "#components/layout/more/more-tab.tsx";
import { StrayDrops } from "#components/layout/stray-drops.tsx";
import { DoneNotifier } from "#components/notify/done-notifier.tsx";
import { Offline } from "#components/offline/offline.tsx";
import { Palette } from "#components/palette/palette.tsx";
import { QueuePillPart, QueueTabPart } from "#components/queue/pill/queue-part.tsx";
import { DensityPart } from "#components/studio/density-part.tsx";
import { EarlyPresses } from "#components/studio/early-presses.tsx";
import "./globals.css";

const inter = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  weight: "100 900",
  // A late one would move all that stands already; it is kept for the next visit.
  display: "optional",
  variable: "--font-inter",
});

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords();
  return {
    title: { default: "Atelier", template: "%s · Atelier" },
    description: t("app.description"),
    applicationName: "Atelier",
    icons: { icon: "/icon.svg", apple: "/icon-180.png" },
    referrer: "same-origin",
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  interactiveWidget: "resizes-content",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f6f6f6" },
    { media: "(prefers-color-scheme: dark)", color: "#0f0f0f" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Reading a header also makes every page dynamic, which a nonce needs: a page made in advance has none.
  const nonce = (await headers()).get("x-nonce") ?? "";
  const { language } = await getWords();

  return (
    <html lang={language} className={inter.variable} suppressHydrationWarning>
      <body>
        <EarlyChanges nonce={nonce} />
        <EarlyClicks nonce={nonce} />
        <EarlyTheme nonce={nonce} />
        <StrayDrops nonce={nonce} />
        {/** With what a proxy knows people by, or one that signs them in would refuse it. */}
        <link rel="manifest" href="/manifest.webmanifest" crossOrigin="use-credentials" />
        <ThemeProvider attribute="data-theme" defaultTheme="system" nonce={nonce}>
          <ScreenWords spaces={["ui", "layout", "data", "image", "queue", "progress"]}>
            <AppShell
              queue={<QueuePillPart />}
              tabs={
                <>
                  <QueueTabPart />
                  <MoreTab pictureSizes={{ "/": <DensityPart />, "/gallery": <SizePart /> }} />
                </>
              }
            >
              <Offline />
              <Palette />
              {children}
              <EarlyPresses />
              <DoneNotifier />
            </AppShell>
          </ScreenWords>
        </ThemeProvider>
      </body>
    </html>
  );
}
