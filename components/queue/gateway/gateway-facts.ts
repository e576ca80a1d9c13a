"use client";

import { createContext, use } from "react";
import { gatewaySite } from "#components/queue/gateway/gateway-site.ts";
import type { GatewayView } from "#lib/contract/gateway-view.ts";

/** What stands deep in the feed has to know of a gateway. */
export interface GatewayFacts {
  /** Whether the list is there; until then nothing of the rest is known. */
  isKnown: boolean;
  /** Where a person sees to its balance and its log. */
  site: string;
  /** Whether its key is given by the environment, where Settings cannot correct it. */
  isKeyGiven: boolean;
  /** Its name, where it has to be told from others; null where there is one only. */
  name: string | null;
}

export const GatewaysContext = createContext<readonly GatewayView[]>([]);

/** Those of one gateway of the list; of one that was removed, or of none, there is little to say. */
export function useGatewayFacts(gatewayId: string | null): GatewayFacts {
  const gateways = use(GatewaysContext);
  const gateway = gateways.find(({ id }) => id === gatewayId);
  const remote = gateways.filter(({ connection, isReady }) => connection && isReady);
  return {
    isKnown: gateways.length > 0,
    site: gatewaySite(gateway?.connection?.endpoint ?? null),
    isKeyGiven: gateway?.connection?.keySource === "environment",
    name: gateway && remote.length > 1 ? gateway.name : null,
  };
}
