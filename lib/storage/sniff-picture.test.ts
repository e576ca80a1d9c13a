import { expect, test } from "vitest";
import { sniffPicture } from "#lib/storage/sniff-picture.server.ts";

test("a kind is told by the whole signature, not by a part of it", () => {
  expect(sniffPicture(Buffer.from("RIFF1234WAVE"))).toBeNull();
  expect(sniffPicture(Buffer.from("GIF80a"))).toBeNull();
  expect(sniffPicture(Buffer.from("\0\0\0\x1cftypmif1\0\0\0\0mif1avif"))).toBe("image/avif");
});
