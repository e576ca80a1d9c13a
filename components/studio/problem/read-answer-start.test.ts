import { once } from "node:events";
import { createServer } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { readAnswerStart } from "#components/studio/problem/read-answer-start.ts";

/** The address of a server that answers with this. */
async function serve(body: Buffer, status = 200): Promise<string> {
  const server = createServer((_, response) => response.writeHead(status).end(body)).listen(0);
  await once(server, "listening");
  onTestFinished(() => void server.close().closeAllConnections());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/`;
}

test("an answer is shown as it is, letters of any script and markup alike", async () => {
  const text = '{"error":"<b>ошибка</b> 🦊"}\n\tnext line';
  expect(await readAnswerStart(await serve(Buffer.from(text)))).toBe(text);
});

test("what would move the cursor or turn the writing round is shown as a mark", async () => {
  const address = await serve(Buffer.from("a\0b\u001b[31mc\u202ed"));
  expect(await readAnswerStart(address)).toBe("a\ufffdb\ufffd[31mc\ufffdd");
});

test("bytes that are no text are shown as marks, and cost nothing else", async () => {
  expect(await readAnswerStart(await serve(Buffer.from([0xff, 0xfe, 0x41])))).toBe("\ufffd\ufffdA");
});

test("a long answer is shown in its beginning", async () => {
  const text = await readAnswerStart(await serve(Buffer.from("🦊".repeat(3_000_000))));
  expect(text.length).toBeLessThan(8_010);
  expect(text.isWellFormed()).toBe(true);
  expect(text.endsWith("…")).toBe(true);
});

test("one that is not there is an error", async () => {
  await expect(readAnswerStart(await serve(Buffer.alloc(0), 404))).rejects.toThrow("404");
});
