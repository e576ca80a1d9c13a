import { Cloud, Palette } from "lucide-react";
import { Notice } from "#components/ui/notice.tsx";
import type { SettingsView } from "#lib/contract/settings-view.ts";

interface EngineSummaryProps {
  engine: SettingsView["engine"];
  gateway: SettingsView["gateway"];
}

/** Which engine serves now, whether it costs money, and what would change that. */
export function EngineSummary({ engine, gateway }: EngineSummaryProps) {
  if (engine.id === "painter") {
    return (
      <Notice icon={Palette} title="The built-in painter, free">
        <p className="text-muted">
          It composes pictures on this machine, at once and without a network. It is no AI model:
          paste a gateway's key below for that.
        </p>
      </Notice>
    );
  }
  return (
    <Notice icon={Cloud} title={`${engine.name}, paid`}>
      <p className="break-words text-muted">
        Pictures are made by the gateway at {hostOf(gateway)}, on your account there.
      </p>
    </Notice>
  );
}

function hostOf({ endpoint, baseUrl }: SettingsView["gateway"]): string {
  return URL.parse(endpoint ?? baseUrl)?.host ?? baseUrl;
}
