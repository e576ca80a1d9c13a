import { expect, test } from "vitest";
import { startTestEngine } from "#lib/engine/gateway/test-engine.ts";
import { serve } from "#lib/engine/gateway/test-server.ts";

const { createEngine, run } = await startTestEngine();

/** A gateway that fails at every request that streams, as Portkey's does, and at those with "fail" in them. */
async function startGateway() {
  return serve(async (request, response) => {
    let body = "";
    for await (const piece of request) body += piece;
    const { stream, prompt } = JSON.parse(body);
    const isFailing = stream === true ? !prompt.includes("streams") : prompt.includes("fails");
    response.setHeader("content-type", "application/json");
    response.statusCode = isFailing ? 500 : 200;
    response.end(
      JSON.stringify(
        isFailing
          ? { status: "failure", message: "Something went wrong" }
          : { data: [{ url: "https://host.example/fox.png" }] },
      ),
    );
  });
}

test("a bare 500 to a request that streams is suspected to be about streaming, and stays unknown", async () => {
  const { port } = await startGateway();
  const engine = createEngine({ baseUrl: `http://127.0.0.1:${port}` });
  const { error } = await run("a fox", { engine });

  expect(error).toMatchObject({ code: "streaming_not_supported", sent: "maybe", charged: null });
  // What it may have cost is said beside it.
  expect(Object(error).message).not.toMatch(/charge|bill/i);
});

test("a bare 500 is not about streaming where none was asked for, or where it has worked", async () => {
  const { port } = await startGateway();
  const baseUrl = `http://127.0.0.1:${port}`;
  const failed = { code: "upstream_error", sent: "maybe", charged: null };
  const still = await run("a fox that fails", { engine: createEngine({ baseUrl, stream: false }) });
  expect(still.error).toMatchObject(failed);

  const engine = createEngine({ baseUrl });
  expect((await run("a fox that streams", { engine })).error).toBeNull();
  expect((await run("a fox", { engine })).error).toMatchObject(failed);
});
