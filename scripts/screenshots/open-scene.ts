import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { answerSchemas } from "#lib/contract/answers.ts";
import { startFakeGateway } from "../../e2e/fake-gateway/start-fake-gateway.ts";
import { startStudio } from "../../e2e/fixtures/start-studio.ts";

/** A studio that pictures are taken of, with the painter and a gateway that does as the prompt says. */
export interface Scene {
  url: string;
  /** Presses the button. The gateway does with this prompt as the scenario says, which nobody sees. */
  press(request: PressRequest): Promise<void>;
  /** Waits until nothing is made any more. */
  settle(): Promise<void>;
  /** Gives the gateway's key to the studio, which began without. */
  addKey(): Promise<void>;
  /** Asks for everything to be stopped. */
  stop(): Promise<void>;
  /** Ends every pause. */
  resume(): Promise<void>;
  /** Opens a gate of the gateway. */
  release(gate: string): void;
  /** Starts the studio again with another secret than that which sealed the key. */
  loseSecret(): Promise<void>;
  close(): Promise<void>;
}

interface PressRequest {
  prompt: string;
  scenario?: string;
  size: string;
  n: number;
  isPaid?: boolean;
}

/** Starts one, empty. */
export async function openScene(): Promise<Scene> {
  const scenarios = new Map<string, string>();
  const gateway = await startFakeGateway({ scenarioOf: (prompt) => scenarios.get(prompt) ?? "" });
  const studio = await startStudio({
    MESHAPI_BASE_URL: gateway.url,
    // It keeps usage, and is asked about what nobody knows.
    MESHAPI_HOSTS: new URL(gateway.url).host,
  });
  const ask = async (method: string, where: string, body?: object) => {
    const response = await fetch(studio.url + where, {
      method,
      headers: {
        Origin: studio.url,
        "Content-Type": "application/json",
        "Idempotency-Key": randomUUID(),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(await response.text());
    return z.unknown().parse(await response.json());
  };
  const { gateways } = answerSchemas["GET /api/gateways"].parse(await ask("GET", "/api/gateways"));
  const idOf = (isPaid: boolean) => gateways.find(({ paid }) => paid === isPaid)?.id ?? "";

  return {
    url: studio.url,
    async press({ isPaid = false, scenario = "", ...request }) {
      scenarios.set(request.prompt, scenario);
      const gatewayId = idOf(isPaid);
      await ask("POST", "/api/batches", { kind: "single", requests: [{ ...request, gatewayId }] });
    },
    async settle() {
      for (;;) {
        const { generations } = answerSchemas["GET /api/generations"].parse(
          await ask("GET", "/api/generations"),
        );
        if (generations.every(({ endedAt }) => endedAt !== null)) return;
        await sleep(200);
      }
    },
    async addKey() {
      await ask("PATCH", `/api/gateways/${idOf(true)}`, { apiKey: gateway.apiKey });
    },
    async stop() {
      await ask("POST", "/api/queue/stop", {});
    },
    async resume() {
      await ask("POST", "/api/pauses/resume", {});
    },
    release: gateway.release,
    async loseSecret() {
      await studio.stop();
      await rm(path.join(studio.dataDir, "secret.key"));
      await studio.start();
    },
    async close() {
      await studio.kill();
      await gateway.close();
      await studio.close();
    },
  };
}
