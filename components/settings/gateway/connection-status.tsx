import { CircleCheck, TriangleAlert } from "lucide-react";
import { describeConnection } from "#components/settings/gateway/describe-connection.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useWords } from "#components/words/words.tsx";
import type { ConnectionReport } from "#lib/engine/connection-report.ts";
import { cn } from "#lib/platform/cn.ts";

interface ConnectionStatusProps {
  result: ConnectionReport | null;
  /** What is wrong and belongs to no field. */
  error: string | undefined;
  onStreamingOff: () => void;
}

/** What the last test of the connection found. */
export function ConnectionStatus({ result, error, onStreamingOff }: ConnectionStatusProps) {
  const t = useWords();

  return (
    <div aria-live="polite" className="flex flex-col gap-3 text-md empty:hidden">
      {result && <Found result={result} />}
      {result?.streams === false && (
        <Notice icon={TriangleAlert} tone="warning" title={t("settings.cannotStream")}>
          <p className="text-muted">{t("settings.cannotStreamWhy")}</p>
          <Button size="small" className="mt-1 self-start" onClick={onStreamingOff}>
            {t("settings.streamOff")}
          </Button>
        </Notice>
      )}
      {error && (
        <p className="flex gap-2 text-danger">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      )}
    </div>
  );
}

function Found({ result }: { result: ConnectionReport }) {
  const { tone, headline, hint } = describeConnection(result, useWords());
  const isSuccess = tone === "success";
  const Icon = isSuccess ? CircleCheck : TriangleAlert;

  return (
    <div className={cn("flex gap-2", isSuccess ? "text-ink" : "text-warning")}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="flex flex-col gap-0.5">
        <p>{headline}</p>
        {hint && <p className="text-muted text-xs">{hint}</p>}
      </div>
    </div>
  );
}
