import { expect, test } from "vitest";
import { tellForm } from "#lib/meshapi/answer/tell-form.ts";

async function* bodyOf(text: string): AsyncGenerator<Uint8Array, void, void> {
  for (const byte of Buffer.from(text)) yield Buffer.of(byte);
}

test.each([
  ["data: {}\n\n", false, "events"],
  [": ping\n\n", false, "events"],
  ["\uFEFF\r\n event: x\n\n", false, "events"],
  ["unknown: field\n\ndata: {}\n\n", true, "events"],
  ["", true, "events"],
  ['\n {"data":[]}', true, "text"],
  ["<!doctype html>", true, "text"],
  ['{"data":[]}', false, "text"],
  ["", false, "text"],
  ["iVBORw0KGgoAAAANSUhEUg==", false, "text"],
  ["data:image/png;base64,iVBORw0KGgo=", true, "text"],
  ["--b\r\nContent-Type: image/png\r\n", false, "parts"],
  ["--b\r\n", true, "parts"],
  ["GIF89a, and what follows", true, "picture"],
] as const)("%j, called a stream: %s, is %s, and stays whole", async (text, called, form) => {
  const told = await tellForm({ body: bodyOf(text), isEventStream: called });
  const pieces: Uint8Array[] = [];
  for await (const piece of told.body) pieces.push(piece);

  expect(told.form).toBe(form);
  expect(Buffer.concat(pieces).toString()).toBe(text);
});

test.each(["\n", "\r\n\r\n", "\uFEFF"])("%j before a picture is no part of it", async (blanks) => {
  const { form, body } = await tellForm({
    body: bodyOf(`${blanks}GIF89a, and what follows`),
    isEventStream: false,
  });
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(piece);

  expect(form).toBe("picture");
  expect(Buffer.concat(pieces).toString()).toBe("GIF89a, and what follows");
});
