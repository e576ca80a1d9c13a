"use client";

import { EngineSummary } from "#components/settings/engine-summary.tsx";
import { GatewayForm } from "#components/settings/gateway-form.tsx";
import { SettingsSection } from "#components/settings/settings-section.tsx";
import { StreamSwitch } from "#components/settings/stream-switch.tsx";
import { useGatewaySettings } from "#components/settings/use-gateway-settings.ts";
import type { SettingsView } from "#lib/contract/settings-view.ts";

/** Who draws, through which gateway, and where everything is kept. */
export function SettingsScreen({ settings: initial }: { settings: SettingsView }) {
  const gateway = useGatewaySettings(initial);
  const { settings } = gateway;

  return (
    <div className="mx-auto max-w-4xl px-4 pb-16 md:px-8">
      <h1 className="flex h-14 items-center font-semibold text-base md:h-20">Settings</h1>
      <SettingsSection title="Engine" description="Who makes the pictures that are asked for now.">
        <EngineSummary engine={settings.engine} gateway={settings.gateway} />
      </SettingsSection>
      <SettingsSection
        title="Gateway"
        description={
          <>
            <p>
              A gateway is a service that has image models and makes pictures for money: MeshAPI, or
              any other that speaks the OpenAI images API.
            </p>
            <p className="mt-2">
              Your prompts go to this address and nowhere else. The key stays on this server.
            </p>
          </>
        }
      >
        <GatewayForm gateway={gateway} />
        <StreamSwitch
          isOn={settings.gateway.stream}
          onChange={(stream) => gateway.save({ stream })}
        />
      </SettingsSection>
      <SettingsSection title="This studio" description="Where prompts and pictures are kept.">
        <dl className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[6rem_minmax(0,1fr)] sm:gap-y-3">
          <dt className="text-muted">Database</dt>
          <dd className="mb-2 break-words sm:mb-0">{settings.database}</dd>
          <dt className="text-muted">Files</dt>
          <dd className="break-words">{settings.files}</dd>
        </dl>
      </SettingsSection>
    </div>
  );
}
