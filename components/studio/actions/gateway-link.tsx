"use client";

import { ExternalLink } from "lucide-react";
import { use } from "react";
import { GatewaySiteContext } from "#components/studio/actions/gateway-site-context.ts";
import { buttonClass } from "#components/ui/button-class.ts";
import { useWords } from "#components/words/words.tsx";

/** The way to the gateway's own site, in a tab of its own. */
export function GatewayLink() {
  const t = useWords();

  return (
    <a
      href={use(GatewaySiteContext)}
      target="_blank"
      rel="noreferrer"
      className={buttonClass({ size: "small" })}
    >
      {t("studio.openGateway")}
      <ExternalLink aria-hidden className="size-3.5" />
      <span className="sr-only">{t("studio.newTab")}</span>
    </a>
  );
}
