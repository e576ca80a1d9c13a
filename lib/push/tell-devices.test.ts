import { randomBytes } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { type PushService, startPushService } from "#e2e/fake-push-service/start-push-service.ts";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { createTestWaker } from "#lib/events/test-waker.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";
import { addDevice, removeDevice } from "#lib/push/devices.server.ts";
import { readOwnKeys } from "#lib/push/own-keys.server.ts";
import { startPush } from "#lib/push/start-push.server.ts";
import { tellDevices } from "#lib/push/tell-devices.server.ts";
import { createSealer } from "#lib/settings/seal.server.ts";

describeOnBothDatabases("telling devices", (open) => {
  let studio: TestStudio;
  let service: PushService;
  const { signal } = new AbortController();

  async function build() {
    studio = await createTestStudio(await open());
    service = await startPushService();
    const { client } = studio.context;
    await client.device.deleteMany();
    await client.setting.deleteMany();
    const sealer = createSealer({ secretKey: randomBytes(32).toString("hex"), dataDir: "/none" });
    const context = { client, sealer, contact: "mailto:a@b.example", pushHosts: [service.host] };
    const add = (name: string) =>
      addDevice(context, { userId, device: service.device(name), language: "en" });
    const tell = (watched: readonly string[] = []) =>
      tellDevices(context, {
        userId,
        watch: { wasWatching: (id) => watched.includes(id) },
        signal,
      });
    return { context, add, tell };
  }

  /** A press of which this became. */
  async function end(prompt: string, state = "failed") {
    const { id, batchId } = await studio.submit(prompt);
    const endedAt = new Date();
    const { client } = studio.context;
    await client.attempt.updateMany({ where: { generationId: id }, data: { state, endedAt } });
    await client.generation.update({
      where: { id },
      data: { state, endedAt },
      select: { id: true },
    });
    return { id, batchId };
  }

  afterEach(async () => {
    service.close();
    await studio.close();
  });

  test("each device is told once of a press that ended, whichever process comes first", async () => {
    const { add, tell } = await build();
    await add("phone");
    await add("tablet");
    const { batchId } = await end("a red fox");
    await Promise.all([tell(), tell(), tell()]);
    await tell();

    expect(service.received.map(({ path }) => path).sort()).toEqual(["/phone", "/tablet"]);
    expect(service.received[0]).toMatchObject({
      message: {
        title: "Your picture could not be made",
        body: "a red fox",
        url: "/",
        tag: batchId,
      },
      headers: {
        "content-encoding": "aes128gcm",
        topic: batchId.replaceAll("-", ""),
        authorization: expect.stringMatching(/^vapid t=/),
      },
    });
  });

  test("what is still made, and what ended before the device asked, is not told", async () => {
    const { add, tell } = await build();
    await end("before");
    await add("phone");
    await studio.submit("still made");
    await tell();

    expect(service.received).toEqual([]);
  });

  test("what was tried again, and ended once more, is told once more", async () => {
    const { add, tell } = await build();
    await add("phone");
    const { id } = await end("a fox");
    await tell();
    await studio.context.client.generation.update({
      where: { id },
      data: { endedAt: new Date(Date.now() + 1_000) },
      select: { id: true },
    });
    await tell();

    expect(service.received).toHaveLength(2);
  });

  test("a device on which somebody looks is not told, the others are", async () => {
    const { add, tell } = await build();
    const desktop = await add("desktop");
    await add("phone");
    await end("a fox");
    await tell([desktop]);
    await tell();

    expect(service.received.map(({ path }) => path)).toEqual(["/phone"]);
  });

  test.each([404, 410])(
    "a device that is gone (%i) is forgotten, one whose service fails is not",
    async (gone) => {
      const { context, add, tell } = await build();
      await add("phone");
      service.answerWith(503);
      await end("one");
      await tell();
      expect(await context.client.device.count()).toBe(1);

      service.answerWith(gone);
      await end("two");
      await tell();
      expect(await context.client.device.count()).toBe(0);
    },
  );

  test("a push service that was listed once and is not any more is not asked", async () => {
    const { context, add } = await build();
    await add("phone");
    await end("a fox");
    const watch = { wasWatching: () => false };
    await tellDevices({ ...context, pushHosts: [] }, { userId, watch, signal });

    expect(service.received).toEqual([]);
  });

  test("the same browser keeps its id, more than 20 push out the oldest, and one that is off is gone", async () => {
    const { context, add } = await build();
    const ids: string[] = [];
    for (let count = 0; count < 22; count += 1) ids.push(await add(`device-${count}`));
    expect(await add("device-21")).toBe(ids[21]);
    expect(await context.client.device.count()).toBe(20);

    await removeDevice(context, { userId, id: ids[21] ?? "" });
    await expect(removeDevice(context, { userId, id: ids[21] ?? "" })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("the key is made once and sealed; one that cannot be opened is made anew, and its devices are forgotten", async () => {
    const { context, add } = await build();
    const [one, other] = await Promise.all([1, 2].map(() => readOwnKeys(context, userId)));
    expect(one?.publicKey).toBe(other?.publicKey);
    const rows = await context.client.setting.findMany({ select: { value: true } });
    expect(rows).toHaveLength(1);
    const privateKey = one?.privateKey.export({ format: "jwk" }).d ?? "none";
    expect(JSON.stringify(rows)).not.toContain(privateKey);

    await add("phone");
    const sealer = createSealer({ secretKey: randomBytes(32).toString("hex"), dataDir: "/none" });
    const anew = await readOwnKeys({ ...context, sealer }, userId);
    expect(anew.publicKey).not.toBe(one?.publicKey);
    expect(await context.client.device.count()).toBe(0);
  });

  test("an event wakes it, and it sends nothing more once it is closed", async () => {
    const { context, add } = await build();
    await add("phone");
    const waker = createTestWaker();
    const push = startPush(context, { userId, waker, pauseMs: 0 });
    await end("a fox");
    waker.wake();
    await expect.poll(() => service.received.length).toBe(1);
    await push.close();
    await end("a wolf");
    waker.wake();

    expect(waker.subscribers()).toBe(0);
    expect(service.received).toHaveLength(1);
  });
});
