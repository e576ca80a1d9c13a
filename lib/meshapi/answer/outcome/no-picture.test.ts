import { afterEach, describe, expect, test, vi } from "vitest";
import { play } from "#lib/meshapi/answer/test-played.ts";

afterEach(() => {
  vi.useRealTimers();
});

/** Of nothing that is known, and longer than a word. */
const secret = Buffer.from("\x08\x12 reasoning ".repeat(60), "latin1").toString("base64");

/** A chat's answer in which a model only says something. */
const chat = (message: object, finish_reason = "stop") => ({
  choices: [{ finish_reason, message: { content: "Which fox do you mean?", ...message } }],
});

async function ask(answer: object, form: "json" | "events") {
  const json = JSON.stringify(answer);
  const type = form === "json" ? "application/json" : "text/event-stream";
  const headers = { "content-type": type };
  return play([form === "json" ? json : `data: ${json}\n\ndata: [DONE]\n\n`], { headers });
}

const hidden = [
  { reasoning_details: [{ type: "reasoning.encrypted", data: secret }] },
  { reasoning_details: [{ type: "reasoning.text", text: "hm", signature: secret }] },
  { content: [{ type: "redacted_thinking", data: secret }] },
  { content: [{ type: "thinking", signature: secret }] },
  { audio: { id: "audio_1", data: secret } },
  { thoughtSignature: secret, encrypted_data: secret, signature_data: secret },
];

describe.each(["json", "events"] as const)("what models keep to themselves, as %s,", (form) => {
  test.each(hidden)("is no picture that cannot be read (%#)", async (message) => {
    expect((await ask(chat(message), form)).error).toMatchObject({ code: "no_picture" });
  });

  test.each(hidden)("does not hide a refusal (%#)", async (message) => {
    const { error } = await ask(chat(message, "content_filter"), form);

    expect(error).toMatchObject({ kind: "refused" });
  });
});

describe.each(["json", "events"] as const)("of a picture that is none, as %s,", (form) => {
  test("what is said beside it counts", async () => {
    const { error } = await ask({ data: [{ b64_json: secret }], error: { code: 402 } }, form);

    expect(error).toMatchObject({ kind: "money" });
  });

  test("it is told that it cannot be read where nothing is said", async () => {
    const { error } = await ask({ data: [{ b64_json: secret }] }, form);

    expect(error).toMatchObject({ code: "unreadable_picture" });
  });
});
