import { describe, expect, test } from "vitest";
import { findFreePort } from "#e2e/fake-gateway/find-free-port.ts";
import { startFakeGateway } from "#e2e/fake-gateway/start-fake-gateway.ts";
import { startTestEngine } from "#lib/engine/gateway/test-engine.ts";
import { serve } from "#lib/engine/gateway/test-server.ts";

const { gateway, createEngine } = await startTestEngine();

describe("the list of models", () => {
  const signal = new AbortController().signal;

  test("has names, prices in micros, and the parameters that each takes", async () => {
    const models = await createEngine().listModels({ signal });

    expect(models.find(({ id }) => id === "openai/gpt-image-1")).toMatchObject({
      name: "GPT Image 1",
      provider: "openai",
      isFree: false,
      pricePerImageMicros: 42_000,
      parameters: expect.arrayContaining(["output_format", "partial_images"]),
    });
    expect(models.find(({ id }) => id === "meshapi/free-sketch")).toMatchObject({
      isFree: true,
      pricePerImageMicros: 0,
      parameters: expect.not.arrayContaining(["partial_images"]),
    });
  });

  test("is asked for once by many", async () => {
    const engine = createEngine();
    const asked = () =>
      gateway.ledger().requests.filter(({ path }) => path.startsWith("/v1/models")).length;
    const before = asked();

    await Promise.all([1, 2, 3].map(() => engine.listModels({ signal })));
    await engine.listModels({ signal });

    expect(asked() - before).toBe(1);
  });

  test("is read from an OpenAI-style server, and is empty where there is none", async () => {
    for (const [modelList, length] of [
      ["data", 6],
      ["missing", 0],
    ] as const) {
      const other = await startFakeGateway({ modelList });
      expect(await createEngine({ baseUrl: other.url }).listModels({ signal })).toHaveLength(
        length,
      );
      await other.close();
    }
  });

  test("is none that a 303 leads elsewhere from: only what was made stands elsewhere", async () => {
    const location = "https://elsewhere.example/models.json";
    const { port } = await serve((_request, response) =>
      response.writeHead(303, { location }).end("[]"),
    );
    const engine = createEngine({ baseUrl: `http://127.0.0.1:${port}` });

    await expect(engine.listModels({ signal })).rejects.toMatchObject({ code: "upstream_error" });
  });

  test.each([405, 501])("is empty where the address answers %i", async (status) => {
    const { port } = await serve((_request, response) => response.writeHead(status).end());
    const engine = createEngine({ baseUrl: `http://127.0.0.1:${port}` });

    expect(await engine.listModels({ signal })).toEqual([]);
  });

  test("that fails says why, and is asked for again", async () => {
    const port = await findFreePort();
    const engine = createEngine({ baseUrl: `http://127.0.0.1:${port}` });
    await expect(engine.listModels({ signal })).rejects.toMatchObject({ code: "unreachable" });

    const late = await startFakeGateway({ port });
    expect(await engine.listModels({ signal })).toHaveLength(6);
    await late.close();
  });

  test("is not waited for by a caller who left", async () => {
    await expect(createEngine().listModels({ signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: "EngineError",
      code: "stopped",
    });
  });
});
