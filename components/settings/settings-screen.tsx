"use client";

import { GatewayList } from "#components/settings/gateway-list.tsx";
import { SettingsSection } from "#components/settings/settings-section.tsx";
import type { GatewayView } from "#lib/contract/gateway-view.ts";
import type { SettingsView } from "#lib/contract/settings-view.ts";

interface SettingsScreenProps {
  gateways: readonly GatewayView[];
  settings: SettingsView;
}

/** Who makes pictures, and where everything is kept. */
export function SettingsScreen({ gateways, settings }: SettingsScreenProps) {
  return (
    <div className="mx-auto max-w-4xl px-4 pb-16 md:px-8">
      <h1 className="flex h-14 items-center font-semibold text-base md:h-20">Settings</h1>
      <SettingsSection
        title="Gateways"
        description={
          <>
            <p>
              Who makes the pictures. A gateway is a service that has image models and makes
              pictures for money, as a rule: MeshAPI, or any other that speaks the OpenAI images
              API.
            </p>
            <p className="mt-2">
              The first that can be asked serves every press that chooses no other. Prompts go to
              the address of the one that is asked and nowhere else. Keys stay on this server.
            </p>
          </>
        }
      >
        <GatewayList gateways={gateways} />
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
