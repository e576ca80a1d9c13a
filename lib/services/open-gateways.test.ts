import { afterAll, expect, test } from "vitest";
import { startFakeGateway } from "#e2e/fake-gateway/start-fake-gateway.ts";
import type { ImageEngine } from "#lib/engine/image-engine.ts";
import type { Connection } from "#lib/gateways/connection/connection.ts";
import type { ConfiguredGateway } from "#lib/gateways/gateway.ts";
import { parseEnv } from "#lib/platform/env.server.ts";
import { log } from "#lib/platform/log/log.server.ts";
import { openLog } from "#lib/platform/log/logger.server.ts";
import { openGateways } from "#lib/services/open-gateways.server.ts";

const apiKey = "a-key-of-no-known-form";
const gateway = await startFakeGateway({ apiKeys: [apiKey] });
afterAll(() => gateway.close());

const connection: Connection = {
  apiKey,
  baseUrl: gateway.url,
  headers: {},
  stream: true,
  keySource: "settings",
  baseUrlSource: "settings",
  headersSource: "default",
  keyProblem: null,
  headersProblem: null,
};
const configured: ConfiguredGateway = {
  id: "one",
  kind: "openai",
  name: "One",
  paid: true,
  slots: null,
  isEnabled: true,
  isDeleted: false,
  connection,
};

async function gatewayBy(
  variables: Record<string, string>,
  more: Partial<ConfiguredGateway> = {},
): Promise<ImageEngine | null> {
  const readGateways = async () => [{ ...configured, ...more }];
  const [opened] = await openGateways({ env: parseEnv(variables), readGateways }).list();
  return opened?.engine ?? null;
}

/** How asking for it ends: the code of its error, or null. */
async function ask(engine: ImageEngine | null, prompt: string): Promise<unknown> {
  try {
    const options = { signal: new AbortController().signal, idempotencyKey: "key" };
    const events = engine?.generate({ prompt, n: 1, size: "64x64" }, options) ?? [];
    for await (const _event of events) {
      // Only the end is of interest.
    }
    return null;
  } catch (error) {
    return Object(error).code;
  }
}

test("the largest answer is a setting", async () => {
  const prompt = "[[body:2]] a fox";

  expect(await ask(await gatewayBy({ ANSWER_MB_MAX: "1" }), prompt)).toBe("bad_answer");
  expect(await ask(await gatewayBy({ ANSWER_MB_MAX: "3" }), prompt)).toBeNull();
});

test("the largest picture that is fetched is a setting", async () => {
  const [address = ""] = await addressesOf("[[heavy:2]] [[url]] a fox");
  const signal = new AbortController().signal;

  const small = await gatewayBy({ PICTURE_MB_MAX: "1" });
  await expect(small?.fetchImage(address, { signal })).rejects.toThrow("too large");
  const large = await gatewayBy({ PICTURE_MB_MAX: "3" });
  expect(await large?.fetchImage(address, { signal })).toHaveLength(2 * 1024 * 1024);
});

test("the key is in no line of the log from then on, whatever form it has", async () => {
  const lines: string[] = [];
  openLog({ level: "info", destination: { write: (line) => void lines.push(line) } });
  await gatewayBy({});
  log("info", `asked with ${apiKey}`);

  expect(lines).toEqual([expect.stringContaining("asked with [redacted]")]);
});

async function addressesOf(prompt: string): Promise<string[]> {
  const addresses: string[] = [];
  const options = { signal: new AbortController().signal, idempotencyKey: "key" };
  for await (const event of (await gatewayBy({}))?.generate({ prompt, n: 1 }, options) ?? []) {
    if (event.type === "picture" && event.source.type === "url") addresses.push(event.source.url);
  }
  return addresses;
}

test("MeshAPI is asked what was billed, and no other", async () => {
  expect((await gatewayBy({}))?.findCharge).toBeNull();
  expect((await gatewayBy({}, { kind: "meshapi" }))?.findCharge).not.toBeNull();
});

test("a gateway without a key is there and has no engine; how many at once is its own, or the environment's", async () => {
  const keyless = { ...configured, connection: { ...connection, apiKey: null }, slots: 2 };
  const readGateways = async () => [keyless, { ...configured, id: "two" }];
  const env = parseEnv({ ATTEMPTS_IN_FLIGHT: "7" });
  const [one, two] = await openGateways({ env, readGateways }).list();

  expect(one).toMatchObject({ engine: null, slots: 2 });
  expect(two).toMatchObject({ slots: 7 });
});

test("an engine lives as long as its connection stays the same", async () => {
  let read = configured;
  const gateways = openGateways({ env: parseEnv({}), readGateways: async () => [{ ...read }] });
  const engine = async () => (await gateways.list())[0]?.engine;
  const before = await engine();
  expect(await engine()).toBe(before);

  read = { ...configured, connection: { ...connection, stream: false } };
  expect(await engine()).not.toBe(before);
});
