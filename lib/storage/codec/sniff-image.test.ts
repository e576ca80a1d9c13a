import sharp from "sharp";
import { expect, test } from "vitest";
import { nameFile } from "#lib/storage/codec/name-file.ts";
import { sniffImage } from "#lib/storage/codec/sniff-image.server.ts";

const some = sharp({ create: { width: 4, height: 4, channels: 3, background: "teal" } });

test("a kind is told by the whole signature, not by a part of it", () => {
  expect(sniffImage(Buffer.from("RIFF1234WAVE"))).toBeNull();
  expect(sniffImage(Buffer.from("GIF80a"))).toBeNull();
  expect(sniffImage(Buffer.from("\0\0\0\x1cftypmif1\0\0\0\0mif1avif"))).toBe("image/avif");
});

test("an AVIF is told by its brands wherever they stand, and not by what lies behind them", () => {
  const brands = "mif1miafMA1Bhei0hei1hei2hei3hei4hei5hei6hei7hei8hei9avif";
  const box = Buffer.from(`\0\0\0\0ftypMA1B\0\0\0\0${brands}`);
  box.writeUInt32BE(box.length, 0);
  const other = Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heicavifavif");

  expect(sniffImage(box)).toBe("image/avif");
  expect(sniffImage(other)).toBeNull();
});

test.each([
  ["tiff", await some.clone().tiff().toBuffer()],
  ["heic", Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic")],
  ["heic", Buffer.from("\0\0\0\x18ftypmif1\0\0\0\0mif1heic")],
  ["film", Buffer.from("\0\0\0\x18ftypisom\0\0\0\0isommp42")],
  ["jxl", Buffer.from([0xff, 0x0a, 1, 2])],
  ["jxl", Buffer.from("\0\0\0\x0cJXL \r\n\x87\n", "latin1")],
  ["psd", Buffer.from("8BPS\0\x01")],
  ["bmp", Buffer.from("BM\x46\0\0\0\0\0\0\0")],
  ["svg", Buffer.from('\ufeff<?xml version="1.0"?>\n<!-- by hand --><svg xmlns="x"/>')],
  ["html", Buffer.from("\n<!DOCTYPE html><title>502</title>")],
  ["pdf", Buffer.from("%PDF-1.7")],
  ["json", Buffer.from(' {"error": "no"}')],
])("what is none of our pictures is called by its name: %s", (name, bytes) => {
  expect(sniffImage(bytes)).toBeNull();
  expect(nameFile(bytes)).toBe(name);
});

test("what nobody knows has no name", () => {
  expect(nameFile(Buffer.from("nothing in particular"))).toBeNull();
});
