"use client";

import { ExternalLink } from "lucide-react";
import { use } from "react";
import { GatewaySiteContext } from "#components/studio/actions/gateway-site-context.ts";
import { buttonClass } from "#components/ui/button-class.ts";

/** The way to the gateway's own site, in a tab of its own. */
export function GatewayLink() {
  return (
    <a
      href={use(GatewaySiteContext)}
      target="_blank"
      rel="noreferrer"
      className={buttonClass({ size: "small" })}
    >
      Open the gateway
      <ExternalLink aria-hidden className="size-3.5" />
      <span className="sr-only">(new tab)</span>
    </a>
  );
}
