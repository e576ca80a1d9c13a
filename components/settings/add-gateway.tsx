"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { GatewayForm } from "#components/settings/gateway/gateway-form.tsx";
import type { Gateways } from "#components/settings/gateway/use-gateways.ts";
import { type GatewayPreset, gatewayPresets } from "#components/settings/gateway-presets.ts";
import { Button } from "#components/ui/button.tsx";
import { useWords } from "#components/words/words.tsx";
import type { ConnectionView, GatewayView } from "#lib/contract/gateway-view.ts";

const other: GatewayPreset = { name: "", baseUrl: "", paid: true };

/** Which kind of gateway is added, then its form. */
export function AddGateway({ gateways }: { gateways: Gateways }) {
  const [opened, setOpened] = useState<"choice" | GatewayPreset | null>(null);
  const t = useWords();
  const close = () => setOpened(null);

  if (!opened) {
    return (
      <Button className="self-start" onClick={() => setOpened("choice")}>
        <Plus aria-hidden className="size-4" />
        {t("settings.addGateway")}
      </Button>
    );
  }
  const preset = opened === "choice" ? null : opened;
  return (
    <section
      aria-label={t("settings.further")}
      className="flex flex-col gap-4 rounded-block border border-line bg-surface p-3.5"
    >
      <div className="flex flex-wrap gap-2">
        {[...gatewayPresets, other].map((one) => (
          <Button
            key={one.name}
            size="small"
            aria-pressed={preset?.name === one.name}
            variant={preset?.name === one.name ? "primary" : "secondary"}
            onClick={() => setOpened({ ...one })}
          >
            {one.name || t("settings.another")}
          </Button>
        ))}
      </div>
      {preset ? (
        <GatewayForm
          key={preset.name}
          isNew
          gateway={gatewayOf(preset)}
          connection={connectionOf(preset)}
          store={async (change) => {
            const { name = preset.name, ...others } = change;
            await gateways.add({ ...others, paid: preset.paid, ...(name && { name }) });
            // Another may be open by now.
            setOpened((now) => (now === preset ? null : now));
          }}
          test={gateways.test}
          onCancel={close}
        />
      ) : (
        <div className="flex flex-wrap items-center justify-between gap-2">
          <p className="text-muted text-md">{t("settings.choose")}</p>
          <Button variant="ghost" onClick={close}>
            {t("settings.cancel")}
          </Button>
        </div>
      )}
    </section>
  );
}

function gatewayOf({ name, paid }: GatewayPreset): GatewayView {
  return {
    id: "",
    kind: "openai",
    name,
    paid,
    isGiven: false,
    canBeNamed: true,
    isEnabled: true,
    isReady: false,
    slots: 4,
    hasOwnSlots: false,
    connection: null,
  };
}

function connectionOf({ baseUrl }: GatewayPreset): ConnectionView {
  return {
    baseUrl,
    baseUrlSource: "settings",
    endpoint: null,
    keyLast4: null,
    keySource: "default",
    keyProblem: null,
    headers: [],
    headersSource: "default",
    headersProblem: null,
    stream: true,
  };
}
