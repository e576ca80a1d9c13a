/**
 * An AVIF whose picture is two tiles beside each other, as encoders make of a large one: an item "grid" that refers to
 * its tiles (ISO 23008-12, 6.6.2.3). The tile is an AVIF of one picture.
 */
export function tileAvif(tile: Buffer, { width, height }: { width: number; height: number }) {
  const coded = contentOf(tile, "mdat");
  const grid = Buffer.concat([Buffer.from([0, 0, 0, 1]), uint16(width * 2), uint16(height)]);
  const fileType = box("ftyp", Buffer.from("avif\0\0\0\0avifmif1miafMA1B"));
  const properties = [
    size(width * 2, height),
    size(width, height),
    box("av1C", contentOf(tile, "av1C")),
    box("pixi", contentOf(tile, "pixi")),
  ];
  const meta = (offset: number) =>
    fullBox("meta", [
      fullBox("hdlr", [Buffer.alloc(4), Buffer.from("pict"), Buffer.alloc(13)]),
      fullBox("pitm", [uint16(1)]),
      fullBox("iloc", [
        Buffer.from([0x44, 0]),
        uint16(3),
        location(1, offset, grid.length),
        location(2, offset + grid.length, coded.length),
        location(3, offset + grid.length, coded.length),
      ]),
      fullBox("iinf", [uint16(3), entry(1, "grid"), entry(2, "av01"), entry(3, "av01")]),
      fullBox("iref", [box("dimg", Buffer.concat([1, 2, 2, 3].map(uint16)))]),
      box(
        "iprp",
        Buffer.concat([
          box("ipco", Buffer.concat(properties)),
          fullBox("ipma", [
            uint32(3),
            Buffer.from([0, 1, 2, 1, 4, 0, 2, 3, 2, 0x83, 4, 0, 3, 3, 2, 0x83, 4]),
          ]),
        ]),
      ),
    ]);
  const start = fileType.length + meta(0).length + 8;
  return Buffer.concat([fileType, meta(start), box("mdat", Buffer.concat([grid, coded]))]);
}

/**
 * An AVIF that is a film of two frames and nothing else, without a picture that stands still: a track, and no item (AV1 Image File
 * Format, 3). The frame is an AVIF of one picture.
 */
export function filmAvif(frame: Buffer, { width, height }: { width: number; height: number }) {
  const coded = contentOf(frame, "mdat");
  const fileType = box("ftyp", Buffer.from("avis\0\0\0\0avismsf1miafiso8"));
  const matrix = Buffer.concat([1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30].map(uint32));
  const entry = box(
    "av01",
    Buffer.concat([
      Buffer.from([0, 0, 0, 0, 0, 0, 0, 1]),
      Buffer.alloc(16),
      ...[width, height].map(uint16),
      ...[72 << 16, 72 << 16, 0].map(uint32),
      uint16(1),
      Buffer.alloc(32),
      ...[24, 65_535].map(uint16),
      box("av1C", contentOf(frame, "av1C")),
    ]),
  );
  const samples = (offset: number) => [
    fullBox("stsd", [uint32(1), entry]),
    fullBox("stts", [1, 2, 100].map(uint32)),
    fullBox("stsc", [1, 1, 2, 1].map(uint32)),
    fullBox("stsz", [0, 2, coded.length, coded.length].map(uint32)),
    fullBox("stco", [1, offset].map(uint32)),
  ];
  const track = (offset: number) => [
    fullBox("tkhd", [
      ...[0, 0, 1, 0, 200, 0, 0, 0, 0].map(uint32),
      matrix,
      ...[width << 16, height << 16].map(uint32),
    ]),
    boxOf("mdia", [
      fullBox("mdhd", [0, 0, 1_000, 200, 0].map(uint32)),
      fullBox("hdlr", [Buffer.alloc(4), Buffer.from("pict"), Buffer.alloc(13)]),
      boxOf("minf", [
        fullBox("vmhd", [0, 0].map(uint32)),
        boxOf("dinf", [fullBox("dref", [uint32(1), fullBox("url ", [])])]),
        boxOf("stbl", samples(offset)),
      ]),
    ]),
  ];
  const movie = (offset: number) =>
    boxOf("moov", [
      fullBox("mvhd", [
        ...[0, 0, 1_000, 200, 1 << 16, 1 << 24, 0, 0].map(uint32),
        matrix,
        Buffer.alloc(24),
        uint32(2),
      ]),
      boxOf("trak", track(offset)),
    ]);
  const start = fileType.length + movie(0).length + 8;
  return Buffer.concat([fileType, movie(start), boxOf("mdat", [coded, coded])]);
}

/** What a box holds, wherever it is: each name is there once. */
function contentOf(file: Buffer, name: string): Buffer {
  const at = file.indexOf(name) - 4;
  return file.subarray(at + 8, at + file.readUInt32BE(at));
}

function box(name: string, content: Buffer): Buffer {
  return Buffer.concat([uint32(content.length + 8), Buffer.from(name), content]);
}

function boxOf(name: string, parts: Buffer[]): Buffer {
  return box(name, Buffer.concat(parts));
}

/** With a version and flags; those with a version 2 are entries only. */
function fullBox(name: string, parts: Buffer[], version = 0): Buffer {
  return box(name, Buffer.concat([Buffer.from([version, 0, 0, 0]), ...parts]));
}

function entry(id: number, type: string): Buffer {
  return fullBox("infe", [uint16(id), uint16(0), Buffer.from(`${type}\0`)], 2);
}

function location(id: number, offset: number, length: number): Buffer {
  return Buffer.concat([uint16(id), uint16(0), uint16(1), uint32(offset), uint32(length)]);
}

function size(width: number, height: number): Buffer {
  return fullBox("ispe", [uint32(width), uint32(height)]);
}

function uint16(value: number): Buffer {
  return Buffer.from([value >> 8, value & 255]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
