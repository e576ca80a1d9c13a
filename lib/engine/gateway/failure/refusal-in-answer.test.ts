import { expect, test } from "vitest";
import { startTestEngine } from "#lib/engine/gateway/test-engine.ts";
import { serve } from "#lib/engine/gateway/test-server.ts";

const { createEngine, run } = await startTestEngine();

async function errorOf(body: string, status = 200) {
  const { port } = await serve((request, response) => {
    request.resume();
    const type = body.startsWith("data:") ? "text/event-stream" : "application/json";
    response.writeHead(status, { "content-type": type }).end(body);
  });
  return (await run("a fox", { engine: createEngine({ baseUrl: `http://127.0.0.1:${port}` }) }))
    .error;
}

const filtered = { content_filter_results: { sexual: { filtered: true, severity: "high" } } };
const incomplete = {
  type: "response.incomplete",
  response: { status: "incomplete", incomplete_details: { reason: "content_filter" } },
};

test.each([
  ["Black Forest Labs' state", { id: "x", status: "Request Moderated", result: null }],
  ["its state of the picture", { status: "Content Moderated", details: { Reasons: ["Works"] } }],
  ["Azure's verdict of a picture", { data: [filtered] }],
  ["Azure's verdict of the prompt", { data: [], prompt_filter_results: [filtered] }],
  ["MiniMax's number, nested", { data: { base_resp: { status_code: 1026, status_msg: "no" } } }],
])("an answer without a picture is a refusal by %s", async (_, body) => {
  expect(await errorOf(JSON.stringify(body))).toMatchObject({
    code: "refused",
    charged: "no",
    message: expect.not.stringMatching(/^\s*\{/),
  });
});

test.each([
  { images: [], has_nsfw_concepts: [true] },
  { artifacts: [{ finishReason: "CONTENT_FILTERED", seed: 1 }] },
  { candidates: [{ finishReason: "IMAGE_SAFETY" }] },
  { promptFeedback: { blockReason: "OTHER" } },
])(
  "of a refusal without a word it is told in ours what it is, and not in JSON: %j",
  async (body) => {
    const told = { code: "refused", message: "The gateway's filter kept the picture back." };
    expect(await errorOf(JSON.stringify(body))).toMatchObject(told);
    expect(await errorOf(JSON.stringify({ code: "content_filter" }), 400)).toMatchObject(told);
  },
);

const declined = "I'm sorry, but I can't draw that: it violates our content policy.";

test.each([
  ["at once", JSON.stringify({ choices: [{ message: { content: declined } }] })],
  [
    "a few letters at a time",
    (declined.match(/.{1,5}/g) ?? [])
      .map((content) => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`)
      .join(""),
  ],
  [
    "in parts",
    JSON.stringify({
      candidates: [{ content: { parts: [{ text: "Sorry." }, { text: declined }] } }],
    }),
  ],
])("and by the words of a chat %s, which are told", async (_, body) => {
  expect(await errorOf(body)).toMatchObject({
    code: "refused",
    charged: "no",
    message: expect.stringContaining(declined),
  });
});

const cost = { usage: { completion_tokens: 50, cost: 0.0012 } };
const blocked = { error: { code: "moderation_blocked", message: "Blocked." } };

test.each([
  ["in its words", [{ choices: [{ message: { content: declined } }], ...cost }]],
  ["by its end", [{ choices: [{ finish_reason: "content_filter", message: {} }], ...cost }]],
  ["in an event before the cost", [{ choices: [{ delta: { content: declined } }] }, cost]],
  ["as an error before the cost", [blocked, cost]],
  ["as an error behind the cost", [cost, blocked]],
  ["with a word of it", [blocked, { message: "You were billed 4 credits." }]],
])("what a refusal cost is told, %s", async (_, said) => {
  const events = said.map((event) => `data: ${JSON.stringify(event)}\n\n`).join("");
  const bodies = said.length === 1 ? [JSON.stringify(said[0]), events] : [events];

  for (const body of bodies) {
    expect(await errorOf(body)).toMatchObject({
      code: "refused",
      charged: "likely",
      answer: { isWhole: true },
    });
  }
});

test("and by the end of a stream", async () => {
  const events = [{ type: "response.created" }, incomplete];
  const body = events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join("");

  expect(await errorOf(body)).toMatchObject({ code: "refused", charged: "no" });
});

test.each([
  { data: [] },
  { data: [{ content_filter_results: { sexual: { filtered: false } } }] },
  { status: "Ready", note: "content moderation took 3 s" },
])("%j is none", async (body) => {
  expect(await errorOf(JSON.stringify(body))).toMatchObject({
    code: "no_picture",
    charged: "likely",
    answer: { isWhole: true },
  });
});

test("the words of a wrong address are told, where they say more than that it is wrong", async () => {
  const said = await errorOf(JSON.stringify({ message: "The tenant has moved to eu." }), 404);
  expect(said).toMatchObject({
    code: "wrong_address",
    message: expect.stringContaining("The tenant has moved to eu."),
  });

  const bare = await errorOf(JSON.stringify({ detail: "Not Found" }), 404);
  expect(bare).toMatchObject({ message: expect.not.stringContaining("Not Found") });
});
