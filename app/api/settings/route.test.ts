import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { PUT } from "#app/api/settings/route.ts";
import { POST as tryOut } from "#app/api/settings/test/route.ts";
import { ownRequest } from "#app/api/test-request.ts";
import { openTestServices } from "#app/api/test-services.ts";
import { type FakeGateway, startFakeGateway } from "#e2e/fake-gateway/start-fake-gateway.ts";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { fingerprintKey } from "#lib/engine/gateway/fingerprint-key.server.ts";
import { keySubject } from "#lib/generation/attempt/pause-subject.ts";
import type { Services } from "#lib/services/services.server.ts";

const keys = ["rsk_fake", "rsk_wrong"];
let gateway: FakeGateway;
let services: Services;

beforeAll(async () => {
  gateway = await startFakeGateway();
  const studio = await openTestServices({ MESHAPI_BASE_URL: gateway.url });
  services = studio.services;
  return studio.close;
});
afterAll(() => gateway.close());

/** Each of the keys was refused, and waits for a person. */
beforeEach(async () => {
  const { client } = services.database;
  await client.pause.deleteMany();
  await client.pause.createMany({
    data: keys.map((apiKey) => ({
      userId,
      subject: subjectOf(apiKey),
      code: "unauthorized",
      message: "Wait.",
      until: null,
    })),
  });
});

const subjectOf = (apiKey: string) => keySubject(fingerprintKey({ baseUrl: gateway.url, apiKey }));
const send = (handler: typeof PUT, method: string, body: unknown) =>
  handler(ownRequest(method, { body: JSON.stringify(body) }), { params: Promise.resolve({}) });
const waiting = async () =>
  (await services.database.client.pause.findMany({ select: { subject: true } })).map(
    ({ subject }) => subject,
  );

test("a key that the gateway accepts when it is tried waits no more; the others go on waiting", async () => {
  const response = await send(tryOut, "POST", { apiKey: "rsk_fake" });

  expect(response.status).toBe(200);
  expect(await waiting()).toEqual([subjectOf("rsk_wrong")]);
});

test("a key that the gateway refuses when it is tried goes on waiting, and nothing of it is stored", async () => {
  const response = await send(tryOut, "POST", { apiKey: "rsk_wrong" });
  const { error } = await response.json();

  expect(error).toMatchObject({ code: "engine_unavailable", field: "apiKey" });
  expect(await waiting()).toHaveLength(2);
  expect(await services.database.client.setting.count()).toBe(0);
});

test("settings that are saved let go on whatever waits for a person", async () => {
  const response = await send(PUT, "PUT", { gateway: { stream: false } });

  expect(response.status).toBe(200);
  expect(await waiting()).toEqual([]);
});

test("no answer about the settings holds a key, nor is it kept by a cache", async () => {
  const responses = [
    await send(PUT, "PUT", { gateway: { apiKey: "rsk_fake" } }),
    await send(tryOut, "POST", { apiKey: "rsk_wrong" }),
  ];

  for (const response of responses) {
    expect(await response.text()).not.toMatch(/rsk_(fake|wrong)/);
    expect(response.headers.get("cache-control")).toBe("no-store");
  }
});
