import { expect, test } from "vitest";
import { tellForm } from "#lib/meshapi/tell-form.ts";

async function* bodyOf(text: string): AsyncGenerator<Uint8Array, void, void> {
  for (const byte of Buffer.from(text)) yield Buffer.of(byte);
}

test.each([
  ["data: {}\n\n", false, true],
  [": ping\n\n", false, true],
  ["\uFEFF\r\n event: x\n\n", false, true],
  ["unknown: field\n\ndata: {}\n\n", true, true],
  ["", true, true],
  ['\n {"data":[]}', true, false],
  ["<!doctype html>", true, false],
  ['{"data":[]}', false, false],
  ["", false, false],
])("%j, called a stream: %s, is a stream: %s, and stays whole", async (text, called, is) => {
  const told = await tellForm({ body: bodyOf(text), isEventStream: called });
  const pieces: Uint8Array[] = [];
  for await (const piece of told.body) pieces.push(piece);

  expect(told.isEventStream).toBe(is);
  expect(Buffer.concat(pieces).toString()).toBe(text);
});
