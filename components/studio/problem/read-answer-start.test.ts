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
  expect(await readAnswerStart(await serve(Buffer.from(text)))).toEqual({ type: "text", text });
});

test("what would move the cursor or turn the writing round is shown as a mark", async () => {
  const address = await serve(Buffer.from("a\0b\u001b[31mc\u202ed"));
  expect(await readAnswerStart(address)).toEqual({
    type: "text",
    text: "a\ufffdb\ufffd[31mc\ufffdd",
  });
});

test.each([
  ["PNG", Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), Buffer.alloc(40_000, "A")])],
  ["JPEG", Buffer.from("ffd8ffe000104a464946", "hex")],
  ["WebP", Buffer.from("52494646ff00000057454250", "hex")],
  ["AVIF", Buffer.from("0000001c667479706176696600000000", "hex")],
  ["GIF", Buffer.from("GIF89a and more")],
  ["PDF", Buffer.from("%PDF-1.7")],
  [null, Buffer.from([0xff, 0xfe, 0x41])],
  [null, Buffer.alloc(100)],
] as const)("a file (%s) is called one, and not shown", async (kind, bytes) => {
  expect(await readAnswerStart(await serve(bytes))).toEqual({ type: "binary", kind });
});

test("letters of an old encoding are shown as marks", async () => {
  const page = Buffer.from("<p>Der Server ist f\xfcr Sie nicht verf\xfcgbar</p>", "latin1");
  expect(await readAnswerStart(await serve(page))).toMatchObject({
    text: expect.stringContaining("f\ufffdr Sie"),
  });
});

test("a long answer is shown in its beginning", async () => {
  const start = await readAnswerStart(await serve(Buffer.from("🦊".repeat(3_000_000))));
  const text = start.type === "text" ? start.text : "";
  expect(text.length).toBeLessThan(8_010);
  expect(text.isWellFormed()).toBe(true);
  expect(text.endsWith("…")).toBe(true);
});

test("one that is not there is an error", async () => {
  await expect(readAnswerStart(await serve(Buffer.alloc(0), 404))).rejects.toThrow("404");
});
