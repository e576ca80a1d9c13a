/**
 * Puts a real gateway, Portkey's from npm, between the studio's engine and the fake gateway, asks for pictures in every
 * way that fails, and prints what the engine made of each: `npm run portkey`. docs/portkey.md has the outcome.
 */
import { startFakeGateway } from "../../e2e/fake-gateway/start-fake-gateway.ts";
import { isEngineError } from "../../lib/engine/engine-error.server.ts";
import { createGatewayEngine } from "../../lib/engine/gateway/gateway-engine.server.ts";
import { portkeyVersion, startPortkey } from "./start-portkey.ts";

const markers = [
  "",
  "[[url]]",
  "[[b64]]",
  "[[fail:401]]",
  "[[fail:402]]",
  "[[fail:429 retry-after=2]]",
  "[[refused]]",
  "[[detail:422]]",
  "[[fail:500 charged]]",
  "[[fail:502 charged]]",
  "[[html-502]]",
  "[[empty]]",
];

const fake = await startFakeGateway();
const portkey = await startPortkey();
const rows: string[][] = [];

for (const stream of [false, true]) {
  const engine = createGatewayEngine({
    apiKey: fake.apiKey,
    baseUrl: `${portkey.url}/v1`,
    headers: { "x-portkey-provider": "openai", "x-portkey-custom-host": `${fake.url}/v1` },
    stream,
    deadlineMs: 20_000,
    resultsOverHttp: false,
  });
  for (const marker of markers) {
    const prompt = `a fox ${marker}`;
    const before = fake.ledger();
    const outcome = await ask(engine, prompt);
    await fake.idle();
    const after = fake.ledger();
    const requests = after.requests.length - before.requests.length;
    const charges = after.charges.length - before.charges.length;
    rows.push([
      stream ? "on" : "off",
      marker || "none",
      outcome,
      String(requests),
      String(charges),
    ]);
  }
}

await portkey.close();
await fake.close();

console.log(`@portkey-ai/gateway ${portkeyVersion}\n`);
console.log("| streaming | scenario | what the engine tells | requests | charges |");
console.log("| --- | --- | --- | --- | --- |");
for (const row of rows) console.log(`| ${row.join(" | ")} |`);

async function ask(
  engine: ReturnType<typeof createGatewayEngine>,
  prompt: string,
): Promise<string> {
  const signal = new AbortController().signal;
  const images: string[] = [];
  try {
    const request = { prompt, size: "64x64", model: "openai/gpt-image-1" };
    const options = { signal, idempotencyKey: crypto.randomUUID() };
    for await (const event of engine.generate(request, options)) {
      if (event.type === "picture") images.push(event.source.type);
    }
  } catch (error) {
    if (!isEngineError(error)) throw error;
    return `${error.code}, sent ${error.sent}, charged ${error.charged ?? "unknown"}: ${error.message}`;
  }
  return `a picture as ${images.join(", ")}`;
}
