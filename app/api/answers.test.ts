import { afterAll, beforeAll, expect, test } from "vitest";
import type * as z from "zod";
import { testUpload } from "#app/api/test-picture.ts";
import type { Sent } from "#app/api/test-request.ts";
import { askRoute, findRoutes } from "#app/api/test-routes.ts";
import { newDevice as device, makeWaiting } from "#app/api/test-rows.ts";
import { openTestServices } from "#app/api/test-services.ts";
import { type FakeGateway, startFakeGateway } from "#e2e/fake-gateway/start-fake-gateway.ts";
import { localOwnerId as userId } from "#lib/account/local-owner.ts";
import { answerSchemas, type Endpoint } from "#lib/contract/answers.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import { currentSequence } from "#lib/events/read-events.server.ts";
import { expectStudioEvents } from "#lib/events/test-studio-events.ts";
import { addGateway } from "#lib/gateways/change-gateway.server.ts";
import { newGatewaySchema } from "#lib/gateways/gateway-request.ts";
import { givenGatewayId } from "#lib/gateways/seeded-gateways.ts";
import { keySubject } from "#lib/generation/attempt/pause-subject.ts";
import { createBatch } from "#lib/generation/batch/create-batch.server.ts";
import { onlyGeneration, singleRequest } from "#lib/generation/batch/test-single.ts";
import { getGeneration } from "#lib/generation/list-generations.server.ts";
import { addDevice } from "#lib/push/devices.server.ts";
import type { Services } from "#lib/services/services.server.ts";
import { because } from "#messages/reason.ts";

/** These answer with bytes, with the stream of events, and with a refusal always. */
const withoutAnswer = [
  "GET /api/attempts/:id/answer",
  "GET /api/attempts/:id/partial",
  "GET /api/blobs/:hash/:variant",
  "GET /api/events",
  "GET /api/images/:id/:variant",
  ...["GET", "POST", "PUT", "PATCH", "DELETE"].map((method) => `${method} /api/[...path]`),
];

const routes = await findRoutes();
let gateway: FakeGateway;
let services: Services;

beforeAll(async () => {
  gateway = await startFakeGateway();
  const studio = await openTestServices({
    MESHAPI_API_KEY: gateway.apiKey,
    MESHAPI_BASE_URL: gateway.url,
    MESHAPI_HOSTS: new URL(gateway.url).host,
  });
  services = studio.services;
  await services.database.client.pause.create({
    data: {
      userId,
      subject: keySubject("another"),
      code: "rate_limited",
      reason: because("said", { said: "Wait." }),
      until: new Date("2999-01-01"),
    },
    select: { subject: true },
  });
  return studio.close;
});
afterAll(() => gateway.close());

/** A generation that has ended, by a gateway that was told what to do. */
async function endedGeneration(marker = ""): Promise<GenerationView> {
  const { client } = services.database;
  const after = await currentSequence(client, userId);
  const { batch } = await createBatch(
    { client, gateways: await services.gateways(), hitFailpoint: () => {} },
    {
      userId,
      idempotencyKey: crypto.randomUUID(),
      request: singleRequest({ prompt: `a fox ${marker}`, size: "256x256" }),
    },
  );
  const { id } = onlyGeneration(batch);
  const { signal } = new AbortController();
  for await (const event of services.events.follow({ userId, after, signal })) {
    if (event === "reset" || event.type !== "generation-ended") continue;
    const view = await getGeneration(client, { userId, id });
    if (view.endedAt) return view;
  }
  throw new Error("the events ended before the generation did");
}

interface Asked extends Sent {
  id?: string;
}

const nothing = async () => ({});
const ofGeneration = async () => ({ id: (await endedGeneration()).id });
const ofBatch = async () => ({ id: (await endedGeneration()).batchId });
const ofImage = async () => ({ id: (await endedGeneration()).images[0]?.id ?? "" });

const waiting = () => makeWaiting(services.database.client, userId);
const somethingWaits = () => waiting().then(nothing);

/** A gateway that could be added. */
const other = () => ({ baseUrl: `${gateway.url}/openai`, apiKey: gateway.apiKey });

/** What makes each endpoint do what it is there for. */
const successes: Record<Endpoint, () => Promise<Asked>> = {
  "POST /api/batches": async () => ({
    body: '{"kind":"models","requests":[{"prompt":"a fox","n":2},{"prompt":"a fox"}],"spec":{"a":[1]}}',
  }),
  "POST /api/blobs": testUpload,
  "DELETE /api/batches/:id": ofBatch,
  "POST /api/batches/:id/hang-up": ofBatch,
  "POST /api/batches/:id/restore": ofBatch,
  "POST /api/batches/:id/retry": async () => {
    const { batchId: id, attempts } = await endedGeneration("[[fail:422]]");
    return { id, body: JSON.stringify({ attempts: attempts.map((attempt) => attempt.id) }) };
  },
  "POST /api/batches/:id/stop": ofBatch,
  "GET /api/generations": async () => {
    await endedGeneration("[[partials:1]]");
    await endedGeneration("[[fail:422]]");
    return {};
  },
  "GET /api/generations/:id": ofGeneration,
  "POST /api/generations/:id/move": async () => ({ id: await waiting(), body: '{"after":null}' }),
  "POST /api/generations/:id/save": async () => {
    const { id } = await endedGeneration("[[fail:422]]");
    await services.database.client.attempt.updateMany({
      where: { generationId: id },
      data: { errorCode: "decode_interrupted" },
    });
    return { id };
  },
  "POST /api/generations/:id/settle": async () => ({
    id: (await endedGeneration("[[fail:502 charged]]")).id,
  }),
  "GET /api/gateways": nothing,
  "POST /api/gateways": async () => ({ body: JSON.stringify(other()) }),
  "PUT /api/gateways/order": async () => {
    const ids = (await services.gateways()).filter((one) => !one.isDeleted).map(({ id }) => id);
    return { body: JSON.stringify({ ids: ids.toReversed() }) };
  },
  "PATCH /api/gateways/:id": async () => ({
    id: givenGatewayId,
    body: '{"headers":{"x-team":"a secret"}}',
  }),
  "DELETE /api/gateways/:id": async () => ({
    id: await addGateway(services.gatewaysContext, newGatewaySchema.parse(other())),
  }),
  "POST /api/gateways/test": async () => ({ body: JSON.stringify(other()) }),
  "POST /api/gateways/:id/test": async () => ({ id: givenGatewayId, body: "{}" }),
  "GET /api/health": nothing,
  "GET /api/images": ofImage,
  "POST /api/images/change": async () => ({ body: '{"deed":"favorite","of":{"list":"all"}}' }),
  "POST /api/images/purge": async () => ({ body: '{"of":{"list":"trash"}}' }),
  "GET /api/images/count": ofImage,
  "GET /api/images/facets": ofImage,
  "GET /api/images/months": ofImage,
  "GET /api/images/:id": ofImage,
  "GET /api/images/:id/lineage": ofImage,
  "PATCH /api/images/:id": async () => ({ ...(await ofImage()), body: '{"isFavorite":true}' }),
  "DELETE /api/images/:id": ofImage,
  "POST /api/images/:id/restore": ofImage,
  "GET /api/models": nothing,
  "GET /api/models/own": nothing,
  "PUT /api/models/own": async () => ({
    body: `{"gatewayId":"${givenGatewayId}","model":"a model","mark":"starred"}`,
  }),
  "POST /api/pauses/resume": async () => ({ body: `{"gatewayId":"${givenGatewayId}"}` }),
  "GET /api/queue": somethingWaits,
  "POST /api/queue/stop": somethingWaits,
  "GET /api/push": nothing,
  "POST /api/push/devices": async () => ({ body: JSON.stringify(device) }),
  "DELETE /api/push/devices/:id": async () => ({
    id: await addDevice(services.push.context, { userId, device, language: "en" }),
  }),
  "GET /api/settings": nothing,
};

test("every route has its answer in the contract, and the contract has no other", () => {
  const inContract = [...Object.keys(answerSchemas), ...withoutAnswer];
  expect(routes.map(({ endpoint }) => endpoint).sort()).toEqual(inContract.sort());
});

const schemas: Record<string, z.ZodType> = answerSchemas;

test.each(Object.entries(successes))(
  "%s answers what the contract says, and nothing beside",
  async (endpoint, ask) => {
    const route = routes.find((each) => each.endpoint === endpoint);
    if (!route) throw new Error(`there is no route ${endpoint}`);

    const { id, ...sent } = await ask();
    const response = await askRoute(route, { ...sent, params: id ? { id } : {} });
    const answer = await response.json();
    expect({ status: response.status, answer }).toMatchObject({
      status: expect.toSatisfy((status: number) => status >= 200 && status <= 202),
    });
    expect(schemas[endpoint]?.safeParse(answer).error?.issues).toBeUndefined();
  },
);

test("every event that was written meanwhile is one of the contract's", async () => {
  await endedGeneration("[[partials:1]]");
  await expectStudioEvents(services.database.client);
});
