"use client";

import { useState } from "react";
import { GatewayForm } from "#components/settings/gateway/gateway-form.tsx";
import { LabelledSwitch } from "#components/settings/gateway/labelled-switch.tsx";
import type { GatewayChange, Gateways } from "#components/settings/gateway/use-gateways.ts";
import { useShowFailure } from "#components/settings/gateway/use-show-failure.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { useWords } from "#components/words/words.tsx";
import type { GatewayView } from "#lib/contract/gateway-view.ts";

interface GatewayDetailsProps {
  gateway: GatewayView;
  gateways: Gateways;
}

/** All that can be set of one gateway. */
export function GatewayDetails({ gateway, gateways }: GatewayDetailsProps) {
  const { id, connection } = gateway;
  const showFailure = useShowFailure();
  const t = useWords();
  if (!connection) return <p className="text-muted text-md">{t("settings.localWhat")}</p>;

  const store = (change: GatewayChange) => gateways.change(id, change);
  const switchTo = (change: GatewayChange) => {
    store(change).then(() => showToast(t("settings.saved")), showFailure);
  };
  return (
    <div className="flex flex-col gap-5">
      <GatewayForm gateway={gateway} connection={connection} store={store} test={gateways.test} />
      <LabelledSwitch
        label={t("settings.stream")}
        description={t("settings.streamWhy")}
        isOn={connection.stream}
        onChange={(stream) => switchTo({ stream })}
      />
      <LabelledSwitch
        label={t("settings.costs")}
        description={t("settings.costsWhy")}
        isOn={gateway.paid}
        onChange={(paid) => switchTo({ paid })}
      />
      {!gateway.isGiven && <RemoveGateway gateway={gateway} gateways={gateways} />}
    </div>
  );
}

function RemoveGateway({ gateway: { id, name }, gateways }: GatewayDetailsProps) {
  const [isAsked, setIsAsked] = useState(false);
  const showFailure = useShowFailure();
  const t = useWords();

  function remove() {
    setIsAsked(false);
    gateways.remove(id).then(() => showToast(t("settings.deleted", { name })), showFailure);
  }

  return (
    <div className="border-line border-t pt-5">
      <Button variant="ghost" className="-ms-3" onClick={() => setIsAsked(true)}>
        {t("settings.deleteGateway")}
      </Button>
      <Dialog
        isOpen={isAsked}
        onClose={() => setIsAsked(false)}
        title={t("settings.deleteTitle", { name })}
        actions={
          <>
            <Button onClick={() => setIsAsked(false)}>{t("settings.keep")}</Button>
            <Button variant="danger" onClick={remove}>
              {t("settings.delete")}
            </Button>
          </>
        }
      >
        <p className="text-muted">{t("settings.deleteWhat")}</p>
      </Dialog>
    </div>
  );
}
