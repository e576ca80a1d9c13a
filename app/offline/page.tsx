import type { Metadata } from "next";
import Link from "next/link";
import { getWords } from "#app/words.server.ts";
import { buttonClass } from "#components/ui/button-class.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords())("app.offline") };
}

/** What the service worker shows in the place of a screen that it has not kept, while the server is not reached. */
export default async function OfflinePage() {
  const t = await getWords();

  return (
    <div className="mx-auto flex min-h-[60dvh] max-w-sm flex-col items-center justify-center gap-4 p-8 text-center">
      <h1 className="font-semibold text-xl">{t("app.offline")}</h1>
      <p className="text-muted">{t("app.offlineWhy")}</p>
      <div className="flex flex-wrap justify-center gap-2">
        <Link href="/gallery" className={buttonClass()}>
          {t("app.toGallery")}
        </Link>
        <Link href="/" className={buttonClass()}>
          {t("app.toStudio")}
        </Link>
        {/** The screen that was asked for: its address is still the page's. */}
        <a href="?" className={buttonClass({ variant: "primary" })}>
          {t("layout.tryAgain")}
        </a>
      </div>
    </div>
  );
}
