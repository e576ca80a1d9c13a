"use client";

import { ExternalLink } from "lucide-react";
import { useGatewayFacts } from "#components/queue/gateway/gateway-facts.ts";
import { buttonClass } from "#components/ui/button-class.ts";
import { useWords } from "#components/words/words.tsx";

/** The way to the gateway's own site, in a tab of its own. */
export function GatewayLink({ gatewayId }: { gatewayId: string | null }) {
  const t = useWords();

  return (
    <a
      href={useGatewayFacts(gatewayId).site}
      target="_blank"
      rel="noreferrer"
      className={buttonClass({ size: "small" })}
    >
      {t("queue.openGateway")}
      <ExternalLink aria-hidden className="size-3.5" />
      <span className="sr-only">{t("queue.newTab")}</span>
    </a>
  );
}
