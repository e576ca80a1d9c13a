import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { DELETE, PATCH } from "#app/api/gateways/[id]/route.ts";
import { POST as tryOut } from "#app/api/gateways/[id]/test/route.ts";
import { GET, POST } from "#app/api/gateways/route.ts";
import { POST as tryNew } from "#app/api/gateways/test/route.ts";
import { ownRequest } from "#app/api/test-request.ts";
import { openTestServices } from "#app/api/test-services.ts";
import { type FakeGateway, startFakeGateway } from "#e2e/fake-gateway/start-fake-gateway.ts";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { fingerprintKey } from "#lib/engine/gateway/fingerprint-key.server.ts";
import { givenGatewayId, localGatewayId } from "#lib/gateways/seeded-gateways.ts";
import { keySubject } from "#lib/generation/attempt/pause-subject.ts";
import type { Services } from "#lib/services/services.server.ts";
import { because } from "#messages/reason.ts";

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
      gatewayId: givenGatewayId,
      subject: subjectOf(apiKey),
      code: "unauthorized",
      reason: because("said", { said: "Wait." }),
      until: null,
    })),
  });
});

const subjectOf = (apiKey: string) => keySubject(fingerprintKey({ baseUrl: gateway.url, apiKey }));
const send = (handler: typeof PATCH, method: string, body: unknown, id = givenGatewayId) =>
  handler(ownRequest(method, { body: JSON.stringify(body) }), { params: Promise.resolve({ id }) });
const sendToAll = (handler: typeof POST, method: string, body?: unknown) =>
  handler(ownRequest(method, body === undefined ? {} : { body: JSON.stringify(body) }), {
    params: Promise.resolve({}),
  });
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
  expect(
    await services.database.client.gateway.count({ where: { sealedKey: { not: null } } }),
  ).toBe(0);
});

test("a gateway that is saved lets go on whatever waits for a person there", async () => {
  const response = await send(PATCH, "PATCH", { stream: false });

  expect(response.status).toBe(200);
  expect(await waiting()).toEqual([]);
});

test("no answer about the gateways holds a key, nor is it kept by a cache", async () => {
  const responses = [
    await send(PATCH, "PATCH", { apiKey: "rsk_fake" }),
    await send(tryOut, "POST", { apiKey: "rsk_wrong" }),
    await sendToAll(tryNew, "POST", { baseUrl: gateway.url, apiKey: "rsk_wrong" }),
    await sendToAll(POST, "POST", { baseUrl: gateway.url, apiKey: "rsk_wrong", name: "Mine" }),
    await sendToAll(GET, "GET"),
  ];

  for (const response of responses) {
    expect(await response.text()).not.toMatch(/rsk_(fake|wrong)/);
    expect(response.headers.get("cache-control")).toBe("no-store");
  }
});

test("what is wrong with a change is told at its field, and nothing of it is stored", async () => {
  const refused: [Record<string, unknown>, string][] = [
    [{ name: "Mine" }, "name"],
    [{ slots: 0 }, "slots"],
    [{ slots: 65 }, "slots"],
    [{ paid: "no" }, "paid"],
    [{ baseUrl: "nowhere", isEnabled: false }, "baseUrl"],
    [{ colour: "teal" }, "colour"],
  ];
  for (const [change, field] of refused) {
    const response = await send(PATCH, "PATCH", change);
    expect([response.status, (await response.json()).error.field]).toEqual([422, field]);
  }
  expect((await services.gateways())[0]).toMatchObject({ isEnabled: true, slots: 4 });
});

test("the gateway of the environment and the painter stay in the list; one that was added goes", async () => {
  const added = await sendToAll(POST, "POST", { baseUrl: gateway.url, apiKey: "rsk_fake" });
  const { gateways } = await added.json();
  const mine = gateways.at(-2);
  const statuses: number[] = [];
  for (const id of [givenGatewayId, localGatewayId, mine.id, mine.id]) {
    const request = ownRequest("DELETE", {});
    statuses.push((await DELETE(request, { params: Promise.resolve({ id }) })).status);
  }

  expect(added.status).toBe(201);
  expect(statuses).toEqual([409, 409, 200, 404]);
});
