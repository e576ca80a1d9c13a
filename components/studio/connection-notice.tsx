import { WifiOff } from "lucide-react";
import { useWords } from "#components/words/words.tsx";

/** Says that what is shown may be behind; the page asks again every few seconds meanwhile. */
export function ConnectionNotice({ isLive }: { isLive: boolean }) {
  const t = useWords();

  return (
    <div
      role="status"
      className="pointer-events-none absolute inset-x-0 top-2 z-10 flex justify-center"
    >
      {!isLive && (
        <p className="flex animate-appear items-center gap-2 rounded-control bg-warning-soft px-3 py-1.5 text-warning text-xs">
          <WifiOff aria-hidden className="size-3.5" />
          {t("studio.reconnecting")}
        </p>
      )}
    </div>
  );
}
