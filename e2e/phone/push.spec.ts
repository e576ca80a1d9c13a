import type { Worker } from "playwright/test";
import { type PushService, startPushService } from "../fake-push-service/start-push-service.ts";
import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { phone } from "./phone.ts";

test.use({
  ...phone,
  serviceWorkers: "allow",
  settings: { PUSH_HOSTS: "127.0.0.1" },
});

const small = { size: "256x256" };

let service: PushService;

test.beforeEach(async ({ page }) => {
  service = await startPushService();
  // A browser without an account at its maker has no push service: it is given this one.
  await page.addInitScript(useService, service.device("phone"));
});

test.afterEach(() => service.close());

test("a device that asked is told of a press that ended while nobody looked, and its message opens the picture", async ({
  page,
  context,
  request,
  studio,
}) => {
  const api = createStudioApi(request, studio.url);
  await page.goto("/settings");
  await expect(page.getByText(/push service of your browser/)).toBeVisible();
  // It is on once the browser, its push service and the studio have said so.
  const push = page.getByRole("switch", { name: "Tell this device" });
  await push.click();
  await expect(push).toBeChecked();
  // Somebody looks: this one is not told.
  const watching = page.waitForResponse((response) => response.url().includes("&device="));
  await page.goto("/");
  await watching;
  await api.make({ prompt: "a heron, looked at", ...small });
  await expect(page.getByRole("article", { name: "a heron, looked at" })).toBeVisible();

  const left = page.waitForEvent("requestfailed", (sent) => sent.url().includes("&device="));
  await page.goto("about:blank");
  await left;
  const { images } = await api.make({ prompt: "a heron in the dark", ...small });
  await expect.poll(() => service.received.length).toBe(1);
  expect(service.received[0]).toMatchObject({
    path: "/phone",
    message: { title: "Your picture is ready", body: "a heron in the dark" },
  });

  await page.goto("/gallery");
  const [worker] = context.serviceWorkers();
  if (!worker) throw new Error("there is no worker");
  expect(await deliver(worker, service.received[0]?.message)).toEqual([
    "Your picture is ready",
    expect.objectContaining({ body: "a heron in the dark" }),
  ]);
  await expect(page).toHaveURL(new RegExp(`/gallery/${images[0]?.id}$`));
});

test("a device that is turned off is told nothing more", async ({ page, request, studio }) => {
  await page.goto("/settings");
  const push = page.getByRole("switch", { name: "Tell this device" });
  await push.click();
  await expect(push).toBeChecked();
  await page.reload();
  await expect(push).toBeChecked();
  await push.click();
  await expect(push).not.toBeChecked();
  await page.reload();
  await expect(push).not.toBeChecked();

  await page.goto("about:blank");
  const api = createStudioApi(request, studio.url);
  await api.make({ prompt: "a bittern", ...small });
  const other = await api.post("/api/push/devices", service.device("other"));
  await api.make({ prompt: "a crane", ...small });
  await expect.poll(() => service.received.length).toBe(1);
  expect(service.received[0]).toMatchObject({ path: "/other", message: { body: "a crane" } });
  const { deviceId } = await other.json();
  await request.delete(`${studio.url}/api/push/devices/${deviceId}`, {
    headers: { Origin: studio.url },
  });
});

test("an address that is no push service of the open internet is refused", async ({
  request,
  studio,
}) => {
  const api = createStudioApi(request, studio.url);
  const { keys } = service.device("phone");
  for (const endpoint of ["http://push.example/", "https://10.0.0.1/", "https://[::1]/"]) {
    const answer = await api.post("/api/push/devices", { endpoint, keys });
    expect(answer.status(), endpoint).toBe(422);
  }
});

/**
 * In the browser: what it does once its push service has reached it, with what the worker shows in its place, and then a press on that.
 * This browser is built without a screen, and shows no messages.
 */
function deliver(worker: Worker, message: unknown): Promise<unknown> {
  return worker.evaluate(async (text) => {
    const scope = Object(globalThis);
    const shown: unknown[] = [];
    Object.assign(scope.registration, {
      showNotification: async (...told: unknown[]) => void shown.push(told),
    });
    const dispatch = async (event: Event) => {
      let work: unknown;
      scope.dispatchEvent(
        Object.assign(event, {
          waitUntil: (promise: unknown) => {
            work = promise;
          },
        }),
      );
      // A press that nobody made gives no right to the focus.
      await Promise.resolve(work).catch(() => {});
    };

    await dispatch(new scope.PushEvent("push", { data: text }));
    const [, options] = Object(shown[0]);
    const notification = { data: options.data, close() {} };
    await dispatch(Object.assign(new Event("notificationclick"), { notification }));
    return shown[0];
  }, JSON.stringify(message));
}

/** In the page: the browser's push service is the test's, and remembers over a reload; its person says yes. */
function useService(device: { endpoint: string; keys: { p256dh: string; auth: string } }): void {
  const name = "test.subscribed";
  const subscription = {
    toJSON: () => device,
    async unsubscribe() {
      localStorage.removeItem(name);
      return true;
    },
  };
  Object.defineProperty(Notification, "permission", { value: "granted" });
  Object.assign(Notification, { requestPermission: async () => "granted" });
  Object.assign(PushManager.prototype, {
    getSubscription: async () => (localStorage.getItem(name) ? subscription : null),
    async subscribe() {
      localStorage.setItem(name, "yes");
      return subscription;
    },
  });
}
