import { afterAll, expect, test } from "vitest";
import { startFakeGateway } from "#e2e/fake-gateway/start-fake-gateway.ts";
import type { ImageEngine } from "#lib/engine/image-engine.ts";
import { parseEnv } from "#lib/platform/env.server.ts";
import { log } from "#lib/platform/log/log.server.ts";
import { openLog } from "#lib/platform/log/logger.server.ts";
import { createEngines } from "#lib/services/create-engines.server.ts";

const apiKey = "a-key-of-no-known-form";
const gateway = await startFakeGateway({ apiKeys: [apiKey] });
afterAll(() => gateway.close());

function gatewayBy(variables: Record<string, string>): ImageEngine | null {
  const source = {
    keySource: "settings",
    baseUrlSource: "settings",
    headersSource: "default",
  } as const;
  const noProblem = { keyProblem: null, headersProblem: null };
  const settings = {
    ...noProblem,
    apiKey,
    baseUrl: gateway.url,
    headers: {},
    stream: true,
    ...source,
  };
  const env = parseEnv(variables);
  return createEngines({ env, readSettings: async () => settings }).forSettings(settings);
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

  expect(await ask(gatewayBy({ ANSWER_MB_MAX: "1" }), prompt)).toBe("bad_answer");
  expect(await ask(gatewayBy({ ANSWER_MB_MAX: "3" }), prompt)).toBeNull();
});

test("the largest picture that is fetched is a setting", async () => {
  const [address = ""] = await addressesOf("[[heavy:2]] [[url]] a fox");
  const signal = new AbortController().signal;

  const small = gatewayBy({ PICTURE_MB_MAX: "1" });
  await expect(small?.fetchImage(address, { signal })).rejects.toThrow("too large");
  const large = gatewayBy({ PICTURE_MB_MAX: "3" });
  expect(await large?.fetchImage(address, { signal })).toHaveLength(2 * 1024 * 1024);
});

test("the key is in no line of the log from then on, whatever form it has", () => {
  const lines: string[] = [];
  openLog({ level: "info", destination: { write: (line) => void lines.push(line) } });
  gatewayBy({});
  log("info", `asked with ${apiKey}`);

  expect(lines).toEqual([expect.stringContaining("asked with [redacted]")]);
});

async function addressesOf(prompt: string): Promise<string[]> {
  const addresses: string[] = [];
  const options = { signal: new AbortController().signal, idempotencyKey: "key" };
  for await (const event of gatewayBy({})?.generate({ prompt, n: 1 }, options) ?? []) {
    if (event.type === "picture" && event.source.type === "url") addresses.push(event.source.url);
  }
  return addresses;
}

test("a host that is MeshAPI under another name is asked what was billed", () => {
  expect(gatewayBy({})?.findCharge).toBeNull();
  expect(gatewayBy({ MESHAPI_HOSTS: new URL(gateway.url).host })?.findCharge).not.toBeNull();
});
