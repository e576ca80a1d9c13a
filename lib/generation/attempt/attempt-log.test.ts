import { beforeAll, expect, test } from "vitest";
import { findFreePort } from "#e2e/fake-gateway/find-free-port.ts";
import { startFakeGateway } from "#e2e/fake-gateway/start-fake-gateway.ts";
import { createTestEngine } from "#lib/engine/gateway/test-gateway-engine.ts";
import { createTestStudio } from "#lib/generation/faults/test-studio.ts";
import { openNewPGlite } from "#lib/platform/database/test-database.ts";
import { openLog } from "#lib/platform/log/logger.server.ts";

/** It has no form by which the log could know it: it must not be there in the first place. */
const apiKey = "canary0123456789";
const secret = "my very private fox";

const faults = [
  ...["400", "403", "404", "422", "500", "502", "503", "501"].map((status) => `[[fail:${status}]]`),
  "[[html-200]]",
  "[[html-502]]",
  "[[redirect:http://127.0.0.1:9/]]",
  "[[reset]]",
  "[[close]]",
  "[[truncate]]",
  "[[error-after-200:upstream_error]]",
  "[[error-in-200]]",
  "[[bad-base64]]",
  "[[half]]",
  "[[svg]]",
  "[[url:http://10.0.0.7/1.png]]",
  "[[extra:1]] [[truncate]]",
  "[[noise]]",
  "[[odd-text]]",
  "",
];

/** They pause the key, and what comes after them would wait for a person. */
const pausing = ["[[fail:401]]", "[[fail:402]]"];

const lines: string[] = [];
const attempts: { id: string; generationId: string; state: string }[] = [];

beforeAll(async () => {
  openLog({ level: "info", destination: { write: (line) => void lines.push(line) } });
  const { database, dispose } = await openNewPGlite();
  const studio = await createTestStudio(database);
  const gateway = await startFakeGateway({ apiKeys: [apiKey] });
  const engines = {
    ours: { apiKey, baseUrl: gateway.url },
    refused: { apiKey: `${apiKey}-wrong`, baseUrl: gateway.url },
    unreachable: { apiKey, baseUrl: `http://127.0.0.1:${await findFreePort()}` },
  };

  try {
    await studio.start();
    for (const [name, connection] of Object.entries(engines)) {
      const engine = createTestEngine(studio.gateway, connection);
      studio.context.engine = async () => engine;
      const run = async (fault: string) => {
        const { id } = await studio.submit(`${secret} ${fault}`);
        const isOver =
          name === "unreachable" ? studio.until("attempt-queued", id) : studio.ended(id);
        attempts.push(...(await isOver).attempts);
      };

      if (name === "ours") await Promise.all(faults.map(run));
      for (const fault of name === "ours" ? pausing : [""]) {
        await database.client.pause.deleteMany();
        await run(fault);
      }
    }
  } finally {
    await studio.close();
    await gateway.close();
    await dispose();
    openLog({ level: "error" });
  }
});

test("whatever goes wrong, neither the key, nor the prompt, nor a picture is in a line", () => {
  const text = lines.join("");

  expect(text).not.toContain("canary");
  expect(text).not.toContain("private fox");
  expect(text).not.toMatch(/[A-Za-z0-9+/]{200}/);
});

test("each line is JSON of its own, with its time and level", () => {
  for (const line of lines) {
    const { time, level } = JSON.parse(line);
    expect(new Date(time).toISOString()).toBe(time);
    expect(["info", "warn", "error"]).toContain(level);
  }
});

test("each attempt can be followed by its id, and by its generation's, to what became of it", () => {
  expect(attempts).toHaveLength(faults.length + pausing.length + 2);
  for (const { id, generationId, state } of attempts) {
    const told = lines.map((line) => JSON.parse(line)).filter(({ attempt }) => attempt === id);

    expect(new Set(told.map(({ generation }) => generation))).toEqual(new Set([generationId]));
    expect(told.map(({ to }) => to).filter(Boolean)).toContain(state);
  }
});
