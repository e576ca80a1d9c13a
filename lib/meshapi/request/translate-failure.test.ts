import { expect, test } from "vitest";
import { MeshAPI } from "#lib/meshapi/client.ts";
import { ask, collect, startTestClient } from "#lib/meshapi/test-client.ts";

const { clientOf, requestsWith } = await startTestClient();

const failures: [string, object][] = [
  ["[[fail:400]]", { status: 400, sent: "answered", code: "bad_request" }],
  ["[[fail:402]]", { status: 402, sent: "answered", code: "spend_limit_exceeded" }],
  ["[[fail:429 retry-after=2]]", { status: 429, sent: "answered", retryAfterSeconds: 2 }],
  ["[[fail:429]]", { status: 429, sent: "answered", retryAfterSeconds: null }],
  ["[[fail:421]]", { status: 421, sent: "answered" }],
  ["[[fail:503]]", { status: 503, sent: "answered", code: "upstream_error" }],
  ["[[refused:moderation_blocked]]", { status: 400, code: "moderation_blocked" }],
  ["[[detail:422]]", { status: 422, parameter: "size", message: "This size is not supported." }],
  [
    "[[html-502]]",
    {
      status: 502,
      sent: "answered",
      code: "http_502",
      requestId: expect.stringMatching(/^req_/),
    },
  ],
  ["[[html-200]]", { status: 200, sent: "answered", code: "invalid_answer" }],
  ["[[redirect]]", { status: 307, sent: "answered", code: "http_307" }],
  ["[[error-in-200]]", { status: 200, sent: "answered", code: "upstream_error" }],
  [
    "[[error-after-200:content_policy_violation]]",
    { status: 200, sent: "answered", code: "content_policy_violation" },
  ],
  ["[[truncate]]", { sent: "maybe", code: "connection_lost" }],
  ["[[truncate:clean]]", { sent: "maybe", code: "stream_unreadable" }],
  ["[[json]] [[truncate]]", { sent: "maybe", code: "connection_lost" }],
  ["[[reset]]", { status: null, sent: "maybe", code: "connection_lost" }],
  ["[[reset:body]]", { sent: "maybe", code: "connection_lost" }],
  ["[[close]]", { status: null, sent: "maybe", code: "connection_lost" }],
];

test.each(failures)("%s is told in full, and sent once", async (marker, expected) => {
  const prompt = `${marker} a fox`;

  await expect(collect(clientOf().images.stream(ask(prompt)))).rejects.toMatchObject({
    name: "MeshAPIError",
    ...expected,
  });
  expect(requestsWith(prompt)).toHaveLength(1);
});

test("the deadline ends an answer that never comes, and pings that never end", async () => {
  // Long enough for a slow machine to have sent the request.
  const { images } = clientOf({ timeoutMs: 1_000 });

  for (const prompt of ["[[hang]] a fox", "[[pings]] a fox"]) {
    await expect(images.generate(ask(prompt, { stream: true }))).rejects.toMatchObject({
      sent: "maybe",
      code: "timeout",
    });
  }
});

test("a stream that falls silent in the middle is ended, with its request id", async () => {
  const chunks = clientOf({ silenceMs: 50 }).images.stream(ask("[[silence]] a fox"));

  await expect(collect(chunks)).rejects.toMatchObject({
    sent: "maybe",
    code: "timeout",
    requestId: expect.stringMatching(/^req_/),
  });
});

test.each([
  ["event", { eventCharactersMax: 1_000_000 }, "[[huge:2]] a fox"],
  ["answer", { answerBytesMax: 1_000_000 }, "[[huge:2]] [[json]] a fox"],
])("an %s beyond the limit is not held", async (_, limits, prompt) => {
  await expect(collect(clientOf(limits).images.stream(ask(prompt)))).rejects.toMatchObject({
    sent: "answered",
    code: "answer_too_large",
  });
});

test("the key is in no error, even when the server repeats it", async () => {
  const client = new MeshAPI({
    apiKey: "rsk_canary",
    fetch: async () =>
      new Response('{"error":{"message":"No such key: rsk_canary"}}', { status: 401 }),
  });
  const [outcome] = await Promise.allSettled([client.models.list()]);

  expect(outcome).toMatchObject({ reason: { status: 401, message: "No such key: [key]" } });
  expect(JSON.stringify(outcome)).not.toContain("canary");
});

const told = JSON.stringify({ error: { code: "x", message: "No such key: rsk_canary/1" } });

test.each([
  ["an error", 401, "application/json", told],
  ["an event", 200, "text/event-stream", `data: ${told}\n\n`],
  ["a page in place of JSON", 200, "text/html", "<html>No such key: rsk_canary/1</html>"],
])("nor in another spelling, in %s", async (_, status, type, body) => {
  const client = new MeshAPI({
    apiKey: "rsk_canary/1",
    fetch: async () =>
      new Response(body.replaceAll("/1", "\\u002F1"), {
        status,
        headers: { "content-type": type },
      }),
  });
  const outcomes = await Promise.allSettled([
    client.models.list(),
    client.images.generate({ prompt: "A fox" }),
  ]);

  expect(outcomes.map(({ status: outcome }) => outcome)).toEqual(["rejected", "rejected"]);
  expect(JSON.stringify(outcomes)).not.toContain("canary");
  for (const outcome of outcomes) {
    const { answer, message } = Object(outcome.status === "rejected" && outcome.reason);
    expect(`${message} ${Buffer.from(answer?.bytes ?? [])}`).not.toContain("canary");
  }
});
