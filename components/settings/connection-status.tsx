import { CircleCheck, TriangleAlert } from "lucide-react";
import type { ConnectionResult } from "#components/settings/use-gateway-settings.ts";

interface ConnectionStatusProps {
  result: ConnectionResult | null;
  /** What is wrong and belongs to no field. */
  error: string | undefined;
}

/** What the last test of the connection found. */
export function ConnectionStatus({ result, error }: ConnectionStatusProps) {
  return (
    <div aria-live="polite" className="text-sm empty:hidden">
      {result && (
        <p className="flex items-center gap-2 text-success-ink">
          <CircleCheck aria-hidden className="size-4 shrink-0" />
          Connected: {countModels(result.modelCount)}, answered in {result.tookMs} ms.
        </p>
      )}
      {error && (
        <p className="flex gap-2 text-danger-ink">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      )}
    </div>
  );
}

function countModels(count: number): string {
  if (count === 0) return "it does not list its models";
  return count === 1 ? "1 image model" : `${count} image models`;
}
