"use client";

import { Suspense } from "react";
import { wordedPart } from "#components/layout/worded-part.tsx";
import { DoneFields } from "#components/settings/done/done-fields.tsx";
import { GatewayList } from "#components/settings/gateway-list.tsx";
import { PushField } from "#components/settings/push/push-field.tsx";
import { SettingsSection } from "#components/settings/settings-section.tsx";
import { ThemeField } from "#components/settings/theme-field.tsx";
import { useWords } from "#components/words/words.tsx";
import type { GatewayView } from "#lib/contract/gateway-view.ts";
import type { SettingsView } from "#lib/contract/settings-view.ts";

const KeyboardField = wordedPart(async () => {
  const { KeyboardField } = await import("#components/settings/keyboard/keyboard-field.tsx");
  return KeyboardField;
});

interface SettingsScreenProps {
  gateways: readonly GatewayView[];
  settings: SettingsView;
}

/** Who makes pictures, and where everything is kept. */
export function SettingsScreen({ gateways, settings }: SettingsScreenProps) {
  const t = useWords();

  return (
    <div className="mx-auto max-w-4xl px-4 pb-16 md:px-8">
      <h1 className="flex h-(--top-height) items-center font-semibold text-xl md:h-20">
        {t("settings.title")}
      </h1>
      <SettingsSection
        id="gateways"
        title={t("settings.gateways")}
        description={
          <>
            <p>{t("settings.gatewaysWhat")}</p>
            <p className="mt-2">{t("settings.gatewaysOrder")}</p>
          </>
        }
      >
        <GatewayList gateways={gateways} />
      </SettingsSection>
      <SettingsSection id="theme" title={t("settings.theme")} description={t("settings.themeWhat")}>
        <ThemeField />
      </SettingsSection>
      <SettingsSection id="done" title={t("settings.done")} description={t("settings.doneWhat")}>
        <DoneFields />
        <PushField />
      </SettingsSection>
      <SettingsSection
        id="keyboard"
        title={t("settings.keyboard")}
        description={t("settings.keyboardWhat")}
      >
        <Suspense>
          <KeyboardField />
        </Suspense>
      </SettingsSection>
      <SettingsSection
        id="studio"
        title={t("settings.studio")}
        description={t("settings.studioWhat")}
      >
        <dl className="grid gap-x-6 gap-y-1 text-md sm:grid-cols-[6rem_minmax(0,1fr)] sm:gap-y-3">
          <dt className="text-muted">{t("settings.database")}</dt>
          <dd className="mb-2 break-words sm:mb-0">{settings.database}</dd>
          <dt className="text-muted">{t("settings.files")}</dt>
          <dd className="break-words">{settings.files}</dd>
        </dl>
      </SettingsSection>
    </div>
  );
}
