import type { Example } from "#components/studio/first-run/example.ts";
import { ExampleList } from "#components/studio/first-run/example-list.tsx";
import { KeyForm } from "#components/studio/first-run/key-form.tsx";
import { useWords } from "#components/words/words.tsx";

export interface EmptyStudioProps {
  examples: readonly Example[];
  onExample: (example: Example) => void;
  /** The gateway that only lacks its key, while nothing but the painter can be asked; else null. */
  keylessId: string | null;
  isLocal: boolean;
}

/** Before the first picture: pictures to start from, and who will make them. */
export function EmptyStudio({ examples, onExample, keylessId, isLocal }: EmptyStudioProps) {
  const t = useWords();

  return (
    <section className="flex flex-col gap-6 xl:grid xl:min-h-full xl:grid-cols-[21rem_minmax(0,1fr)] xl:items-end xl:gap-12">
      <div>
        <h2 className="text-balance font-semibold text-display max-xl:text-[2.25rem] max-xl:leading-10">
          {t("studio.emptyTitle")}
        </h2>
        {isLocal && <p className="mt-4 text-lg text-muted">{t("studio.localText")}</p>}
        {keylessId && <KeyForm gatewayId={keylessId} />}
      </div>
      <ExampleList examples={examples} onExample={onExample} />
    </section>
  );
}
