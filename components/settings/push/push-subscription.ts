import { requestJson } from "#components/data/request-json.ts";
import { keepDeviceId, readDeviceId } from "#components/data/stream/device-id.ts";

/** Whether this browser is told when a press has ended, or why it cannot be. */
export type PushState = "on" | "off" | "denied" | "not_installed" | "unsupported";

/** As the browser and the server have it: a server that forgot a device that is on is told of it again. */
export async function readPushState(): Promise<PushState> {
  const isKnown = typeof Notification !== "undefined" && typeof PushManager !== "undefined";
  if (!isKnown || !("serviceWorker" in navigator)) {
    // Safari on a phone has all of it for apps on the home screen, and for no page.
    return Reflect.get(navigator, "standalone") === false ? "not_installed" : "unsupported";
  }
  if (Notification.permission === "denied") return "denied";

  const registration = await navigator.serviceWorker.getRegistration();
  const subscription = await registration?.pushManager.getSubscription();
  if (!subscription || readDeviceId() === null) return "off";
  await tellServer(subscription);
  return "on";
}

/** Asks the person, then the browser's push service. Throws where that service refuses or is not reached. */
export async function turnOnPush(): Promise<PushState> {
  if ((await Notification.requestPermission()) !== "granted") return "denied";

  await navigator.serviceWorker.register("/service-worker.js", { updateViaCache: "none" });
  const { pushManager } = await navigator.serviceWorker.ready;
  const { publicKey } = await requestJson("GET /api/push");
  // One from before may be for a key that the studio has no more.
  await (await pushManager.getSubscription())?.unsubscribe();
  await tellServer(
    await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey }),
  );
  return "on";
}

/** The server first: what it does not know it cannot send to. */
export async function turnOffPush(): Promise<PushState> {
  const id = readDeviceId();
  if (id) await requestJson("DELETE /api/push/devices/:id", { id });
  keepDeviceId(null);
  const registration = await navigator.serviceWorker.getRegistration();
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
  return "off";
}

async function tellServer(subscription: PushSubscription): Promise<void> {
  const { endpoint, keys } = subscription.toJSON();
  const { deviceId } = await requestJson("POST /api/push/devices", { body: { endpoint, keys } });
  keepDeviceId(deviceId);
}
