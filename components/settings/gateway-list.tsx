"use client";

import { useState } from "react";
import { AddGateway } from "#components/settings/add-gateway.tsx";
import { useGateways } from "#components/settings/gateway/use-gateways.ts";
import { GatewayRow } from "#components/settings/gateway-row.tsx";
import { useWords } from "#components/words/words.tsx";
import type { GatewayView } from "#lib/contract/gateway-view.ts";

/** All gateways in their order, each with what can be set of it, and the way to a further one. */
export function GatewayList({ gateways: initial }: { gateways: readonly GatewayView[] }) {
  const gateways = useGateways(initial);
  const { list } = gateways;
  const t = useWords();
  const remote = list.filter(({ connection }) => connection !== null);
  // Where there is one only, it is what one comes for.
  const [openId, setOpenId] = useState(remote.length === 1 ? (remote[0]?.id ?? null) : null);
  const served = list.find(({ isEnabled, isReady }) => isEnabled && isReady);

  return (
    <div className="flex flex-col gap-3">
      <ol aria-label={t("settings.gateways")} className="flex flex-col gap-2">
        {list.map((gateway, at) => (
          <GatewayRow
            key={gateway.id}
            gateway={gateway}
            gateways={gateways}
            isDefault={gateway === served}
            isFirst={at === 0}
            isLast={at === list.length - 1}
            isOpen={gateway.id === openId}
            onOpenChange={(isOpen) => setOpenId(isOpen ? gateway.id : null)}
          />
        ))}
      </ol>
      <AddGateway gateways={gateways} />
    </div>
  );
}
