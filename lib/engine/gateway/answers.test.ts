import { once } from "node:events";
import { afterAll, expect, test } from "vitest";
import { type EngineError, isEngineError } from "#lib/engine/engine-error.server.ts";
import { createGatewayEngine } from "#lib/engine/gateway/gateway-engine.server.ts";
import {
  answerImages,
  createAnswerServer,
  fill,
  type RecordedAnswer,
  readAnswers,
} from "#lib/meshapi/answer/samples/test-answers.ts";

const answers = readAnswers();
const server = createAnswerServer(answers).listen(0, "127.0.0.1");
await once(server, "listening");
afterAll(() => void server.close().closeAllConnections());
const address = server.address();
const origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;

/** What an attempt becomes by an answer. */
async function ask({ name, request }: RecordedAnswer) {
  const engine = createGatewayEngine({
    apiKey: "rsk_canary",
    baseUrl: `${origin}/${name}`,
    stream: request["stream"] === true,
    deadlineMs: 20_000,
    resultsOverHttp: false,
  });
  const images: string[] = [];
  let error: EngineError | null = null;

  try {
    const options = { signal: new AbortController().signal, idempotencyKey: name };
    for await (const event of engine.generate({ prompt: "A fox" }, options)) {
      if (event.type !== "picture") continue;
      const { source } = event;
      images.push(source.type === "url" ? source.url : nameOf(source.bytes));
    }
  } catch (thrown) {
    if (!isEngineError(thrown)) throw thrown;
    error = thrown;
  }
  return { images, error };
}

function nameOf(bytes: Uint8Array): string {
  const found = Object.entries(answerImages).find(([, image]) => image.equals(bytes));
  return found?.[0] ?? "other bytes";
}

const rows: string[] = [];

test.each(answers.map((answer) => [`${answer.gateway}: ${answer.title}`, answer] as const))(
  "%s",
  async (title, answer) => {
    const { images, error } = await ask(answer);
    const { expected } = answer;

    expect(images).toEqual(expected.images.map((text) => fill(text, origin)));
    expect(error?.code ?? null).toBe(expected.code);
    expect(error?.charged ?? null).toBe(expected.charged);
    expect(`${error?.message} ${error?.detail}`).toContain(expected.says ?? "");
    if (expected.field) expect(error?.field).toBe(expected.field);
    if (expected.retryAfterMs !== undefined)
      expect(error?.retryAfterMs).toBe(expected.retryAfterMs);
    expect(Boolean(error?.answer)).toBe(expected.isKept);
    expect(Buffer.from(error?.answer?.bytes ?? []).toString("latin1")).not.toContain("rsk_canary");
    rows.push(rowOf({ title, answer, images, error }));
  },
);

test("docs/answers.md says what is made of each", async () => {
  const head = [
    "# What is made of gateways' answers",
    "",
    "Each row is a file of `lib/meshapi/answer/samples/`, and was given by a real HTTP server to the studio's engine",
    "(`lib/engine/gateway/answers.test.ts`, which also writes this page, with `-u` behind its name). The bodies are our own, in the",
    "shapes that the gateways document, or that people report of them.",
    "",
    "| answer | file | pictures | it is | charged | words | kept raw |",
    "| --- | --- | --- | --- | --- | --- | --- |",
  ];

  await expect(`${[...head, ...rows].join("\n")}\n`).toMatchFileSnapshot(
    "../../../docs/answers.md",
  );
});

interface Row {
  title: string;
  answer: RecordedAnswer;
  images: readonly string[];
  error: EngineError | null;
}

function rowOf({ title, answer, images, error }: Row): string {
  const cells = [
    `${title}${answer.status === 200 ? "" : ` (${answer.status})`}`,
    `\`${answer.file}\``,
    images.length > 3 ? `${images.length}` : images.join(", ") || "none",
    error ? `\`${error.code}\`` : "a success",
    error ? (error.charged ?? "nobody knows") : "",
    error?.message ?? "",
    error?.answer ? "yes" : "",
  ];
  return `| ${cells.map((cell) => cell.replaceAll(origin, "https://gateway").replaceAll("|", "\\|")).join(" | ")} |`;
}
