import { execFile, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { brotliDecompressSync } from "node:zlib";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { developImage } from "#lib/storage/codec/image.server.ts";

const mb = 1024 * 1024;
const avif = (side: number) =>
  sharp({ create: { width: side, height: side, channels: 3, background: "teal" } })
    .avif({ effort: 0 })
    .toBuffer();

/** One of 7900x7900, in 1,067 bytes, packed: to make it takes longer than all that is done with it. */
const avif7900 = brotliDecompressSync(
  Buffer.from(
    `
      GyoEIC4LbEOM3bBPNo9kTB0tKpRil2UXh/tzfupAjnXJxARhqyeE7X6bjQJJLM84SPNAO8+8yOKkC5pxkHSvEYUzHNgE
      BmE70AFOKB5BvOtB0pkFmoZZnZfY1h3Z5ecDn+jb4XhPXhinLdJAkoTzOqQIK1Dq9NQPO9XCsgCzLxLD3T0W8B6ID5QS
      8SHMtkku5yKI/BWxB70CAGoPjvB3CPVwBQB8cBWQ3cfDoVQcPN0owTSG5uwdCPaHoSbgGPH2c4KkbCCAVL9DAkilTHj4
      uhbQCCT55IKI3aHzDz0A90qwDxhT/AP9wYuHyMnviL1NQClBbp1ITJC/CzDSPtcC/gY43KNFsgIUUvx9HMAjIKmrtf8S
      THV2CCYEyLf5PpqPv49gPWoYyasYfUY8JMoDdmdbhXFWqLg482N3Q7LwFx7kmI+msJXyeTvl8nMa+ITIMahvsWqddvJI
      yQPrPNB+N/JxdyZ6DKduZ++iP+SsNsX8mc0v0xAh+UtranT7ji3s9X89QRL6s7ttaFtQ0zxRY9Gd537XGeh20j2YHDNm
      UF6QeBlswu1SRjyevPrQhhG/+h7g/MZ8jPPsSkKHWux23/UjUu4OA30U90iEdNwiOSR/zhfxpTiVsvDOxe9siVdO+Xa8
      F099SibJ5hOl9F/ips+CBX3eYRhjBSga/q3//XaQJKL2TD9YKL4ukrU9Zc3K0Rw=
    `,
    "base64",
  ),
);

describe("a picture that needs more memory than is allowed", () => {
  test("is not decoded, and is told by what it needs: that is shortage and no damage", async () => {
    const developing = developImage(await avif(2_000), { memoryBytesMax: 90 * mb });

    await expect(developing).rejects.toMatchObject({
      name: "MemoryShortError",
      message: expect.stringMatching(/2000x2000.*needs about 1\d\d MB.*90 MB are allowed/),
    });
  });

  test("is not shown to the decoder, and neither is the watch told", async () => {
    const told: string[] = [];
    const watch = { begin: async () => void told.push("begin"), end: async () => {} };
    await developImage(await avif(2_000), { memoryBytesMax: 1, watch }).catch(() => {});

    expect(told).toEqual([]);
  });
});

test("a large picture is decoded in a process of its own, to the same", async () => {
  const [large, small] = await Promise.all([avif(2_400), avif(240)].map(async (bytes) => bytes));
  const before = process.resourceUsage().maxRSS;
  const { width, thumbnails } = await developImage(large ?? Buffer.alloc(0));
  const grown = process.resourceUsage().maxRSS - before;
  const other = await developImage(small ?? Buffer.alloc(0));

  expect(width).toBe(2_400);
  expect(grown).toBeLessThan(60 * 1024);
  expect(await averageOf(thumbnails["640"])).toEqual(await averageOf(other.thumbnails["640"]));
});

test("two of 7900x7900 are kept where 1.6 GB are allowed, one after the other", async () => {
  let decoding = 0;
  let most = 0;
  const develop = () => {
    let begun = 0;
    const begin = async () => {
      begun += 1;
      // The first is its header's.
      if (begun === 1) return;
      decoding += 1;
      most = Math.max(most, decoding);
    };
    const end = async () => {
      if (begun > 1) decoding -= 1;
    };
    return developImage(avif7900, { memoryBytesMax: 1_600 * mb, watch: { begin, end } });
  };

  expect(await Promise.all([develop(), develop()])).toMatchObject([
    { width: 7_900 },
    { width: 7_900 },
  ]);
  expect(most).toBe(1);
});

test("a large one that is damaged is told as damaged, by the process of its own as well", async () => {
  const bytes = await avif(2_400);

  await expect(developImage(bytes.subarray(0, bytes.length - 40))).rejects.toMatchObject({
    code: "corrupt",
  });
});

test("a decoder that could not be let do its work has found no damage", async () => {
  const bytes = await avif(2_400);
  const cwd = vi.spyOn(process, "cwd").mockReturnValue(tmpdir());
  const developing = developImage(bytes).finally(() => cwd.mockRestore());

  await expect(developing).rejects.toMatchObject({ name: "MemoryShortError" });
});

test.skipIf(!existsSync("/proc/self/status"))(
  "what a terminal sends to all of the studio's processes does not end the one that decodes",
  async () => {
    const file = join(import.meta.dirname, "decoder/decode-worker.server.ts");
    const child = spawn(process.execPath, [file, "picture"], { stdio: ["pipe", "pipe", "ignore"] });
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
    // It is ready for them once it catches the last one, which is number 1.
    const caught = () => /SigCgt:\s+([0-9a-f]+)/.exec(readStatus(child.pid))?.[1] ?? "0";
    await expect.poll(() => BigInt(`0x${caught()}`) & 1n).toBe(1n);
    for (const signal of signals) child.kill(signal);
    child.stdin.end(await avif(240));
    const [answer] = (await text(child.stdout)).split("\n");

    expect(JSON.parse(answer ?? "")).toMatchObject({ width: 240, height: 240 });
  },
);

function readStatus(pid: number | undefined): string {
  return readFileSync(`/proc/${pid}/status`, "utf8");
}

describe.skipIf(!existsSync("/usr/bin/prlimit"))("under ulimit -d", () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "atelier-memory-"));
  });
  afterAll(() => rm(directory, { recursive: true }));

  /** Develops a picture in a process that may take so many megabytes more; the name of the error, or what came. */
  const developWith = async (
    bytes: Buffer,
    { freeMb, options }: { freeMb: number; options: object },
  ) => {
    const file = join(directory, "picture");
    await writeFile(file, bytes);
    const script = `
      import { execFileSync } from "node:child_process";
      import { readFileSync } from "node:fs";
      const { developImage } = await import(${JSON.stringify(new URL("image.server.ts", import.meta.url))});
      const bytes = readFileSync(${JSON.stringify(file)});
      const kilobytes = Number(/VmData:\\s+(\\d+)/.exec(readFileSync("/proc/self/status", "utf8"))[1]);
      const most = kilobytes * 1024 + ${freeMb} * 1024 * 1024;
      execFileSync("prlimit", ["--pid", String(process.pid), "--data=" + most + ":" + most]);
      try {
        console.log((await developImage(bytes, ${JSON.stringify(options)})).width);
      } catch (error) {
        console.log(error.name, error.message, error.cause?.message);
      }`;
    const run = promisify(execFile);
    const { stdout } = await run(process.execPath, ["--input-type=module", "-e", script]);
    return stdout;
  };

  test("a picture that does not fit is told as such before it is decoded", async () => {
    const told = await developWith(await avif(1_500), { freeMb: 40, options: {} });

    expect(told).toMatch(/^MemoryShortError .*too large to be decoded here/);
  });

  test("a decoder that gets no memory after all has not found damage", async () => {
    const options = { memoryBytesMax: 8_000 * mb };
    const told = await developWith(await avif(1_500), { freeMb: 24, options });

    expect(told).toMatch(/^MemoryShortError .*not enough memory/);
  });

  test("a picture that fits is kept", async () => {
    const told = await developWith(await avif(300), { freeMb: 400, options: {} });

    expect(told).toBe("300\n");
  });
});

async function averageOf(bytes: Uint8Array): Promise<number[]> {
  const { channels } = await sharp(bytes).stats();
  return channels.map(({ mean }) => Math.round(mean));
}
