import { Brush, CornerDownLeft } from "lucide-react";
import Link from "next/link";
import { buttonClass } from "#components/ui/button-class.ts";
import { Notice } from "#components/ui/notice.tsx";
import { useWords } from "#components/words/words.tsx";

interface EmptyStudioProps {
  examples: readonly string[];
  onExample: (prompt: string) => void;
  isLocal: boolean;
}

/** Before the first picture: prompts to start from, and who will make the pictures. */
export function EmptyStudio({ examples, onExample, isLocal }: EmptyStudioProps) {
  const t = useWords();

  return (
    <section className="mx-auto flex w-full max-w-3xl flex-col gap-6 md:pt-[8vh]">
      <div className="flex flex-col gap-2">
        <h2 className="font-semibold text-title tracking-tight">{t("studio.emptyTitle")}</h2>
        <p className="text-muted">{t("studio.emptyText")}</p>
      </div>
      <ul className="grid gap-2 sm:grid-cols-2">
        {examples.map((prompt) => (
          <li key={prompt}>
            <button
              type="button"
              onClick={() => onExample(prompt)}
              className="group flex min-h-14 w-full items-center gap-3 rounded-block bg-fill px-4 text-start text-md transition-colors hover:bg-fill-strong"
            >
              <span dir="auto" className="flex-1">
                {prompt}
              </span>
              <CornerDownLeft
                aria-hidden
                className="size-4 text-muted opacity-0 transition-opacity group-hover:opacity-100 group-focus-visible:opacity-100"
              />
            </button>
          </li>
        ))}
      </ul>
      {isLocal && (
        <Notice icon={Brush} title={t("studio.localTitle")}>
          <p className="text-muted">{t("studio.localText")}</p>
          <Link href="/settings" className={`${buttonClass({ size: "small" })} mt-2 self-start`}>
            {t("studio.pasteKey")}
          </Link>
        </Notice>
      )}
    </section>
  );
}
