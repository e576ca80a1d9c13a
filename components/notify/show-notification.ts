/** What this browser can do; "impossible" on plain http, and where there is no such thing. */
export type NotificationState = "granted" | "denied" | "default" | "impossible";

/** Whether messages may be shown, as far as is known without asking. */
export function readNotificationState(): NotificationState {
  return globalThis.Notification && isSecureContext ? Notification.permission : "impossible";
}

/** Shows one message of the system, in the place of the last, if that is allowed. A press on it shows this tab. */
export async function showNotification(body: string): Promise<void> {
  if (readNotificationState() !== "granted") return;

  const options = { body, tag: "atelier-done", icon: "/icon-192.png" };
  try {
    const notification = new Notification("Atelier", options);
    notification.onclick = () => {
      window.focus();
      notification.close();
    };
  } catch {
    // On Android only a service worker may.
    const registration = await navigator.serviceWorker?.getRegistration();
    await registration?.showNotification("Atelier", options);
  }
}
