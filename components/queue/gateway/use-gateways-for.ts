"use client";

import { useEffect, useState } from "react";
import { requestJson } from "#components/data/request-json.ts";
import type { GatewayView } from "#lib/contract/gateway-view.ts";

/** The gateways, asked for once somebody has to know of them; none before, and none where the server is not reached. */
export function useGatewaysFor(isWanted: boolean): readonly GatewayView[] {
  const [gateways, setGateways] = useState<readonly GatewayView[]>([]);

  useEffect(() => {
    if (!isWanted) return;
    requestJson("GET /api/gateways").then(
      (answer) => setGateways(answer.gateways),
      () => {},
    );
  }, [isWanted]);

  return gateways;
}
