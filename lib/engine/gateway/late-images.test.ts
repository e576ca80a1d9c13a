import { expect, test } from "vitest";
import { startTestEngine } from "#lib/engine/gateway/test-engine.ts";
import { serve } from "#lib/engine/gateway/test-server.ts";

const { createEngine, run } = await startTestEngine();

/** What becomes of a stream of these events, which ends, or stays open. */
async function stream(events: readonly unknown[], { isOpen = false } = {}) {
  const { port } = await serve((_, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    for (const event of events) {
      response.write(`data: ${typeof event === "string" ? event : JSON.stringify(event)}\n\n`);
    }
    if (!isOpen) response.end();
  });
  // Longer than a test may take: who waits for it fails. A stream that ends is not cut short where the machine stands still.
  const deadlineMs = 600_000;
  const silenceMs = isOpen ? 500 : deadlineMs;
  const baseUrl = `http://127.0.0.1:${port}`;
  const engine = createEngine({ baseUrl, deadlineMs, silenceMs });
  const { events: told, error } = await run("a fox", { engine });

  const urls = told.flatMap((event) => (event.type === "picture" ? [event.source] : []));
  return { urls, error };
}

const url = "https://pictures.example/1";
const image = { data: [{ url }] };
const say = (content: string) => ({ choices: [{ delta: { content } }] });

test.each([
  ["cut within its address", ["A fox: ![fox](https://pict", "ures.example/1)", " Enjoy."]],
  ["after words on its progress", ["> queued", "> 45%", `![fox](${url})`]],
  ["an address alone, in parts", ["https://pict", "ures.example/1"]],
])("a picture in the words of a chat is kept: %s", async (_, words) => {
  const { urls, error } = await stream([...words.map(say), "[DONE]"]);

  expect(urls).toEqual([{ type: "url", url }]);
  expect(error).toBeNull();
});

test.each([
  ["an error", { error: { message: "Usage could not be counted." } }],
  ["the word that it is done", "[DONE]"],
])("a picture after %s is kept", async (_, event) => {
  const { urls, error } = await stream([event, image]);

  expect(urls).toEqual([{ type: "url", url }]);
  expect(error).toBeNull();
});

test("a stream that is silent after its error is left, and the error told", async () => {
  const refused = { error: { code: "moderation_blocked", message: "Blocked." } };

  expect((await stream([refused], { isOpen: true })).error).toMatchObject({ code: "refused" });
});

test("a stream that stays open after it is done is left: it sent no picture", async () => {
  expect((await stream(["[DONE]"], { isOpen: true })).error).toMatchObject({ code: "no_picture" });
});
