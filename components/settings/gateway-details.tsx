"use client";

import { useState } from "react";
import { GatewayForm } from "#components/settings/gateway/gateway-form.tsx";
import { LabelledSwitch } from "#components/settings/gateway/labelled-switch.tsx";
import type { GatewayChange, Gateways } from "#components/settings/gateway/use-gateways.ts";
import { useShowFailure } from "#components/settings/gateway/use-show-failure.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import type { GatewayView } from "#lib/contract/gateway-view.ts";

interface GatewayDetailsProps {
  gateway: GatewayView;
  gateways: Gateways;
}

/** All that can be set of one gateway. */
export function GatewayDetails({ gateway, gateways }: GatewayDetailsProps) {
  const { id, connection } = gateway;
  const showFailure = useShowFailure();
  if (!connection) {
    return (
      <p className="text-muted text-sm">
        It composes pictures on this machine, at once and without a network. It is no AI model: add
        a gateway for that.
      </p>
    );
  }

  const store = (change: GatewayChange) => gateways.change(id, change);
  const switchTo = (change: GatewayChange) => {
    store(change).then(() => showToast("Saved"), showFailure);
  };
  return (
    <div className="flex flex-col gap-5">
      {/* One that is named after its address has another name when it has moved. */}
      <GatewayForm
        key={gateway.name}
        gateway={gateway}
        connection={connection}
        store={store}
        test={gateways.test}
      />
      <LabelledSwitch
        label="Stream"
        description="Keeps the connection alive while a picture is made, and shows previews where a model sends them. Turn it off for a gateway that cannot."
        isOn={connection.stream}
        onChange={(stream) => switchTo({ stream })}
      />
      <LabelledSwitch
        label="Costs money"
        description="What may have been charged is never sent again by itself. Turn it off for a server of your own, where a picture that was lost may simply be made again."
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

  function remove() {
    setIsAsked(false);
    gateways.remove(id).then(() => showToast(`${name} was deleted`), showFailure);
  }

  return (
    <div className="border-line border-t pt-5">
      <Button variant="ghost" className="-ms-3" onClick={() => setIsAsked(true)}>
        Delete this gateway
      </Button>
      <Dialog
        isOpen={isAsked}
        onClose={() => setIsAsked(false)}
        title={`Delete ${name}?`}
        actions={
          <>
            <Button onClick={() => setIsAsked(false)}>Keep it</Button>
            <Button variant="danger" onClick={remove}>
              Delete
            </Button>
          </>
        }
      >
        <p className="text-muted">
          Its key is forgotten, and what waits for it is not sent. Pictures that it made stay.
        </p>
      </Dialog>
    </div>
  );
}
