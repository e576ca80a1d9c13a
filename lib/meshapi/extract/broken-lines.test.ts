import { expect, test } from "vitest";
import { read } from "#lib/meshapi/extract/test-extracted.ts";

test.each([
  ["in JSON", "\n"],
  ["in the lines of an event", "\ndata: "],
  ["in lines of one's own system", "\r\n"],
])("base64 whose lines are broken %s is one picture, however it is cut", async (_, lineBreak) => {
  const bytes = Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), Buffer.alloc(150, "fox")]);
  const base64 = bytes.toString("base64").replaceAll(/.{76}/g, `$&${lineBreak}`);
  const text = `{"b64_json":"${base64}","n":1}`;

  for (const places of [[], ...Array.from(text, (_letter, place) => [place]), [...text].keys()]) {
    const { parse } = await read(text, [...places]);
    expect(parse()).toEqual({ b64_json: { bytes }, n: 1 });
  }
});

test.each(["\n\n", "\ndata: {}\n\n", "\nevent: done\n\n", "\r\nid: 7\r\n\r\n"])(
  "a picture that breaks off before %j takes nothing of it along",
  async (next) => {
    const { left } = await read(`data: {"b64_json":"iVBORw0KGgo${next}data: {"a":"b"}\n\n`);

    expect(left).toBe(`data: {"b64_json":"${next}data: {"a":"b"}\n\n`);
  },
);

test.each([
  ["the answer ends", ""],
  ["an escape is cut", "\\u00"],
  ["a line ends", "\n"],
  ["an event ends", "\n\ndata: {}\n\n"],
])("a picture that is there to its end is kept though %s before its quote", async (_, next) => {
  const bytes = Buffer.from("GIF89a\x01\0\x01\0\0\0\0\0\0\0;", "latin1");
  const text = `{"b64_json":"${bytes.toString("base64")}${next}`;

  for (const places of [[], [...text].keys()]) {
    const { left, parse } = await read(text, [...places]);
    expect(left).toMatch(/^\{"b64_json":"picture [^"]*"(\n|$)/);
    expect(parse(`${left.split("\n")[0]}}`)).toEqual({ b64_json: { bytes } });
  }
});

test.each([
  ['{"error":"short', '{"error":"short'],
  [
    '{"content":"data:image/png;base64,iVBORw0KGgo',
    '{"content":"data:image/png;base64,iVBORw0KGgo',
  ],
  ['{"b64_json":"iVBORw0KGgo', '{"b64_json":"'],
])("of another text that breaks off nothing is lost: %s", async (text, left) => {
  expect((await read(text)).left).toBe(left);
});
