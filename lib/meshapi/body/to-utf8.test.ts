import { expect, test } from "vitest";
import { toUtf8 } from "#lib/meshapi/body/to-utf8.ts";

const text = '{"error":{"message":"Élan refusé, 请求"}}';
const wide = Buffer.from(text, "utf16le");
const bomLe = Buffer.from([0xff, 0xfe]);
const latin1 = Buffer.from('{"error":{"message":"Élan refusé"}}', "latin1");
const gbk = Buffer.concat([
  Buffer.from('{"message":"'),
  Buffer.from("c7ebc7f3b1bbbedc", "hex"),
  Buffer.from('"}'),
]);
const png = Buffer.from("89504e470d0a1a0a0000000d49484452ff", "hex");

test.each([
  ["UTF-16", Buffer.concat([bomLe, wide]), "application/json", text],
  ["UTF-16 from the other end", Buffer.concat([bomLe, wide]).swap16(), "application/json", text],
  ["UTF-16 without its mark", Buffer.from(wide), "application/json; charset=utf-16", text],
  ["the same from the other end", Buffer.from(wide).swap16(), null, text],
  ["iso-8859-1", latin1, "text/plain; charset=ISO-8859-1", latin1.toString("latin1")],
  ["gbk", gbk, 'application/json;charset="gbk"', '{"message":"请求被拒"}'],
  ["UTF-8 that is called iso-8859-1", Buffer.from(text), "text/html; charset=iso-8859-1", text],
  ["UTF-8 by a name that nobody knows", Buffer.from(text), "text/html; charset=klingon", text],
  ["UTF-8 that is called UTF-16", Buffer.from(text), "text/html; charset=utf-16", text],
  ["UTF-8", Buffer.from(text), null, text],
])("a text in %s is read, however it is cut", async (_, bytes, contentType, expected) => {
  for (const pieceBytes of [1, 2, 3, 7, 1_000]) {
    expect((await read(bytes, contentType, pieceBytes)).toString()).toBe(expected);
  }
});

test("a picture stays as it is, whatever its charset is said to be", async () => {
  for (const pieceBytes of [1, 100]) {
    expect(await read(png, "image/png; charset=iso-8859-1", pieceBytes)).toEqual(png);
  }
});

async function read(bytes: Buffer, contentType: string | null, pieceBytes: number) {
  const count = Math.ceil(bytes.length / pieceBytes);
  async function* body() {
    for (let at = 0; at < count; at += 1) {
      yield bytes.subarray(at * pieceBytes, (at + 1) * pieceBytes);
    }
  }
  const pieces: Uint8Array[] = [];
  for await (const piece of toUtf8(body(), contentType)) pieces.push(piece);
  return Buffer.concat(pieces);
}
