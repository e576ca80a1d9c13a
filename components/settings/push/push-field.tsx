"use client";

import { useEffect, useState } from "react";
import { describeRequestFailure, RequestError } from "#components/data/request-json.ts";
import { LabelledSwitch } from "#components/settings/gateway/labelled-switch.tsx";
import {
  type PushState,
  readPushState,
  turnOffPush,
  turnOnPush,
} from "#components/settings/push/push-subscription.ts";
import { showToast } from "#components/ui/toast-store.ts";
import { useWords } from "#components/words/words.tsx";

/** "Tell this device": a message when a press has ended while nobody looks. Off until a person turns it on. */
export function PushField() {
  const t = useWords();
  const [state, setState] = useState<PushState>("off");
  const [isBusy, setIsBusy] = useState(false);
  const isPossible = state === "on" || state === "off";

  useEffect(() => {
    // What the server does not answer now is asked when the settings are opened again.
    readPushState().then(setState, () => {});
  }, []);

  async function change(isOn: boolean) {
    setIsBusy(true);
    try {
      setState(await (isOn ? turnOnPush() : turnOffPush()));
    } catch (error) {
      const isOurs = error instanceof RequestError || error instanceof TypeError;
      showToast(isOurs ? describeRequestFailure(error, t) : t("settings.pushFailed"));
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <LabelledSwitch
      label={t("settings.push")}
      description={isPossible ? t("settings.pushWhat") : t("settings.pushNot", { state })}
      isOn={state === "on"}
      isDisabled={!isPossible || isBusy}
      onChange={(isOn) => void change(isOn)}
    />
  );
}
