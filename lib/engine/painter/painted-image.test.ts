import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import type { Delivered } from "#lib/engine/delivered.ts";
import type { ImageRequest } from "#lib/engine/image-request.ts";
import { createPainter } from "#lib/engine/painter/create-painter.server.ts";
import { paintImage } from "#lib/engine/painter/test-painting.ts";
import { english } from "#messages/english.server.ts";
import { tellNote } from "#messages/note.ts";

const painter = createPainter();
afterAll(() => painter.close());

describe("a painted picture", () => {
  it.each([
    ["640x360", "jpeg"],
    ["300x900", "webp"],
    ["64x64", "png"],
    ["4096x64", "png"],
    ["2048x2048", "jpeg"],
  ] as const)("honours the size %s and the format %s", async (size, format) => {
    const { metadata, delivered } = await paintImage(painter, {
      prompt: "mountains",
      size,
      output_format: format,
    });

    expect(`${metadata.width}x${metadata.height}`).toBe(size);
    expect(metadata.format).toBe(format);
    expect(delivered).toMatchObject({ size, output_format: format });
  });

  it("is 1024x1024 when no size is asked for", async () => {
    const { metadata } = await paintImage(painter, { prompt: "mountains", size: "auto" });

    expect([metadata.width, metadata.height]).toEqual([1024, 1024]);
  });

  it("keeps less of the picture when asked to compress it more", async () => {
    const request: ImageRequest = { prompt: "a forest", size: "512x512", output_format: "jpeg" };

    const coarse = await paintImage(painter, { ...request, output_compression: 20 });
    const fine = await paintImage(painter, { ...request, output_compression: 95 });

    expect(coarse.bytes.length).toBeLessThan(fine.bytes.length);
  });

  it("leaves the ground transparent when asked to", async () => {
    const { bytes, delivered } = await paintImage(painter, {
      prompt: "a red apple",
      size: "256x256",
      background: "transparent",
      output_format: "webp",
    });
    const { channels } = await sharp(bytes).stats();

    expect(channels[3]?.min).toBe(0);
    expect(channels[3]?.max).toBe(255);
    expect(delivered.background).toBe("transparent");
  });

  it("says so when the format cannot be transparent", async () => {
    const { metadata, delivered } = await paintImage(painter, {
      prompt: "a red apple",
      size: "128x128",
      background: "transparent",
      output_format: "jpeg",
    });

    expect(metadata.hasAlpha).toBe(false);
    expect(delivered.background).toBe("opaque");
    expect(notesOf(delivered)).toContain("JPEG has no transparency");
  });

  it("stays opaque, and says so, when there is no thing to cut out", async () => {
    const { delivered } = await paintImage(painter, {
      prompt: "quarterly growth",
      size: "128x128",
      background: "transparent",
    });

    expect(delivered.background).toBe("opaque");
    expect(notesOf(delivered)).toContain("the picture is opaque");
  });

  it("says that it is no AI model, what it understood, and what it did not", async () => {
    const { delivered } = await paintImage(painter, {
      prompt: "a wistful fox in a forest",
      size: "128x128",
    });

    expect(notesOf(delivered)).toContain("no AI model");
    expect(notesOf(delivered)).toContain("Understood: fox, forest.");
    expect(notesOf(delivered)).toContain("Not understood: wistful.");
  });

  it.each([
    "quarterly growth synergy",
    "ثعلب في الغابة",
    "<svg onload=alert('x')> & \"']]>",
    "x".repeat(32_000),
  ])("makes an abstract of a prompt that it does not understand", async (prompt) => {
    const { metadata, delivered, bytes } = await paintImage(painter, { prompt, size: "128x128" });
    const { channels } = await sharp(bytes).stats();

    expect(metadata.width).toBe(128);
    expect(notesOf(delivered)).toContain("Understood nothing");
    expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(10);
  });

  it("makes another abstract of another unknown prompt", async () => {
    const request = { size: "128x128", seed: 1 } as const;
    const first = await paintImage(painter, { ...request, prompt: "quarterly growth" });
    const second = await paintImage(painter, { ...request, prompt: "epistemic doubt" });

    expect(second.hash).not.toBe(first.hash);
  });

  it.each(["watercolor", "oil painting", "pixel art", "ink drawing", "pastel", "photo"])(
    "paints the same %s twice",
    async (style) => {
      const request: ImageRequest = {
        prompt: `${style} of a fox in the snow`,
        size: "200x200",
        seed: 3,
      };

      expect((await paintImage(painter, request)).hash).toBe(
        (await paintImage(painter, request)).hash,
      );
    },
  );
});

function notesOf({ notes = [] }: Delivered): string {
  return notes.map((note) => tellNote(note, english)).join(" ");
}
