import { expect, test } from "vitest";
import { ask, start } from "./test-gateway.ts";

test.each([
  [{ prompt: "a fox" }, { key: "rsk_wrong" }, 401, "unauthorized"],
  [{ prompt: "a fox" }, { key: "rsk_broke" }, 402, "spend_limit_exceeded"],
  [{ prompt: "a fox", model: "openai/unheard-of" }, {}, 404, "model_not_found"],
  [{ prompt: "a fox", n: 11 }, {}, 422, "validation_error"],
  [{ prompt: "a fox", colour: "red" }, {}, 422, "validation_error"],
  [{}, {}, 422, "validation_error"],
])(
  "%j with %j answers %i %s, in MeshAPI's shape and with its id",
  async (body, as, status, code) => {
    const gateway = await start();
    const answer = await ask(gateway, body, as);
    const id = answer.headers.get("x-request-id");

    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ error: { code }, request_id: id });
    expect(gateway.ledger().charges).toEqual([]);
  },
);

test.each([
  ["array", (list: unknown) => list],
  ["data", (list: { data: unknown }) => list.data],
] as const)("the models come as %s, with their prices as strings", async (modelList, unwrap) => {
  const { url, apiKey } = await start({ modelList });
  const answer = await fetch(`${url}/v1/models?type=image`, {
    headers: { authorization: `Bearer ${apiKey}` },
  });

  expect(unwrap(await answer.json())).toContainEqual(
    expect.objectContaining({
      id: "vertex/imagen-3",
      pricing: expect.objectContaining({ image_output_usd_per_image: "0.04", request_usd: null }),
    }),
  );
});
