"use client";

import { Button } from "#components/ui/button.tsx";
import { useWords } from "#components/words/words.tsx";

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const t = useWords();

  return (
    <div className="mx-auto flex min-h-[60dvh] max-w-sm flex-col items-center justify-center gap-4 p-8 text-center">
      <h1 className="font-semibold text-xl">{t("layout.failed")}</h1>
      <p className="text-muted">{t("layout.failedWhy")}</p>
      <Button variant="primary" onClick={reset}>
        {t("layout.tryAgain")}
      </Button>
      {error.digest && (
        <p className="text-muted text-xs">{t("layout.forLog", { digest: error.digest })}</p>
      )}
    </div>
  );
}
