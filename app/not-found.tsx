import type { Metadata } from "next";
import Link from "next/link";
import { getWords } from "#app/words.server.ts";
import { buttonClass } from "#components/ui/button-class.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords())("app.notFound") };
}

export default async function NotFoundPage() {
  const t = await getWords();

  return (
    <div className="mx-auto flex min-h-[60dvh] max-w-sm flex-col items-center justify-center gap-4 p-8 text-center">
      <h1 className="font-semibold text-xl">{t("app.nothingHere")}</h1>
      <p className="text-muted">{t("app.nothingHereWhy")}</p>
      <div className="flex gap-2">
        <Link href="/gallery" className={buttonClass()}>
          {t("app.toGallery")}
        </Link>
        <Link href="/" className={buttonClass({ variant: "primary" })}>
          {t("app.toStudio")}
        </Link>
      </div>
    </div>
  );
}
