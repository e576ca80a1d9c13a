import { parseArgs } from "node:util";
import { scenarios } from "./scenarios/scenarios.ts";
import { startFakeGateway } from "./start-fake-gateway.ts";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "4010" },
    /** Milliseconds before each answer, so that one can watch the pictures arrive. */
    delay: { type: "string", default: "1500" },
  },
});
const gateway = await startFakeGateway({
  port: Number(values.port),
  delayMs: Number(values.delay),
});
const width = Math.max(...[...scenarios.values()].map(({ example }) => example.length));

console.log(`The fake gateway listens. Nothing here costs money.

  base URL  ${gateway.url}
  API key   ${gateway.apiKey}
  ledger    ${gateway.url}/__ledger

It keeps usage, as MeshAPI does. For the studio to ask it what was billed, start that with
MESHAPI_HOSTS=${new URL(gateway.url).host}

Put a marker into a prompt to see what the studio makes of it:
`);
for (const { example, what } of scenarios.values()) {
  console.log(`  ${example.padEnd(width)}  ${what}`);
}

for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => gateway.close());
