"use client";

import { useEffect, useState } from "react";
import { openBrowserStorage } from "#components/data/browser-storage.ts";
import { type DoneChoice, keepDoneChoice, readDoneChoice } from "#components/notify/done-choice.ts";
import { playSound } from "#components/notify/play-sound.ts";
import {
  type NotificationState,
  readNotificationState,
} from "#components/notify/show-notification.ts";
import { LabelledSwitch } from "#components/settings/gateway/labelled-switch.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { useWords } from "#components/words/words.tsx";

/** How this browser tells that pictures are done: by a sound, by a message of the system. */
export function DoneFields() {
  const t = useWords();
  const [choice, setChoice] = useState<DoneChoice>({ sound: false, notification: false });
  const [state, setState] = useState<NotificationState>("default");
  const isPossible = state !== "impossible" && state !== "denied";

  useEffect(() => {
    // The server knows neither.
    setChoice(readDoneChoice(openBrowserStorage("local").storage));
    setState(readNotificationState());
  }, []);

  function change(values: Partial<DoneChoice>) {
    const { storage, isKept } = openBrowserStorage("local");
    // Not the one that was drawn: the browser's question stands for as long as one likes.
    const next = { ...readDoneChoice(storage), ...values };
    setChoice(next);
    if (!keepDoneChoice(storage, next) || !isKept) showToast(t("settings.choiceNotKept"));
  }

  async function changeNotification(isOn: boolean) {
    // A browser asks only where a press asked for it.
    const answer = isOn ? await Notification.requestPermission() : null;
    if (answer) setState(answer);
    change({ notification: answer === "granted" });
  }

  return (
    <>
      <LabelledSwitch
        label={t("settings.sound")}
        description={t("settings.soundWhat")}
        isOn={choice.sound}
        onChange={(sound) => {
          change({ sound });
          if (sound) playSound();
        }}
      />
      <LabelledSwitch
        label={t("settings.notification")}
        description={
          isPossible ? t("settings.notificationWhat") : t("settings.notificationNot", { state })
        }
        isOn={choice.notification && state === "granted"}
        isDisabled={!isPossible}
        onChange={(isOn) => void changeNotification(isOn)}
      />
    </>
  );
}
