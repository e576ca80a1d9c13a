import { expect, test } from "vitest";
import { ask, eventsOf, start } from "../test-gateway.ts";

test("MeshAPI's dialect says processing, pings, gives the data and says [DONE]", async () => {
  const gateway = await start();
  const answer = await ask(gateway, { prompt: "a fox", stream: true, n: 2 });
  const events = await eventsOf(answer);

  expect(answer.headers.get("content-type")).toBe("text/event-stream");
  expect(events).toMatchObject([
    { object: "image.chunk", status: "processing", data: [], model: "openai/gpt-image-1" },
    {
      object: "image.chunk",
      data: [{ url: expect.stringMatching(/^data:image\/png;base64,/) }, {}],
    },
    "[DONE]",
  ]);
});

test("OpenAI's dialect is spoken where partial pictures are asked of a model that has them", async () => {
  const gateway = await start();
  const events = await eventsOf(
    await ask(gateway, { prompt: "a fox", stream: true, partial_images: 2 }),
  );

  expect(events).toMatchObject([
    { type: "image_generation.partial_image", partial_image_index: 0 },
    { type: "image_generation.partial_image", partial_image_index: 1 },
    { type: "image_generation.completed", b64_json: expect.any(String), usage: {} },
  ]);
});

test("a truncated stream ends in the middle of the picture, and is charged", async () => {
  const gateway = await start();
  const answer = await ask(gateway, { prompt: "[[truncate]] a fox", stream: true });

  await expect(answer.text()).rejects.toThrow();
  expect(gateway.ledger().charges).toMatchObject([{ state: "cut", amountMicros: 42_000 }]);
});
