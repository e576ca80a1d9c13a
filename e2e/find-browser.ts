import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { inflate } from "@sparticuz/chromium";

export interface Browser {
  path: string;
  /** What it needs in its environment beyond ours. */
  env: Record<string, string>;
}

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const unpacked = path.join(import.meta.dirname, "../node_modules/.cache/atelier-browser");

/** The browser for the tests: the one that CHROMIUM_PATH names, else an installed one, else the one that npm brought. */
export async function findBrowser(): Promise<Browser> {
  const own = process.env["CHROMIUM_PATH"] ?? installed.find((file) => existsSync(file));
  if (own) return { path: own, env: {} };

  if (!existsSync(unpacked)) await unpack();
  const file = path.join(unpacked, "chromium");
  return { path: file, env: { ...findLibraries(file), ...findFonts() } };
}

/** Unpacks the browser of the npm package. It appears under its name only when it is whole. */
async function unpack(): Promise<void> {
  const partial = `${unpacked}.${process.pid}`;
  mkdirSync(partial, { recursive: true });
  const archives = path.join(
    fileURLToPath(import.meta.resolve("@sparticuz/chromium")),
    "../../bin",
  );

  // It unpacks into the folder for temporary files, wherever that is at the moment.
  const before = tmpdir();
  process.env["TMPDIR"] = partial;
  const parts = ["chromium.br", "swiftshader.tar.br", "fonts.tar.br", "al2023.tar.br"];
  await Promise.all(parts.map((part) => inflate(path.join(archives, part))));
  process.env["TMPDIR"] = before;

  // The one that came along looks for them elsewhere.
  const fonts = `<fontconfig><dir>${unpacked}/fonts</dir><cachedir>${unpacked}/cache</cachedir></fontconfig>`;
  writeFileSync(path.join(partial, "fonts.conf"), fonts);

  renameSync(partial, unpacked);
}

/** A bare container lacks some of the libraries; they came with the browser. */
function findLibraries(file: string): Record<string, string> {
  if (spawnSync(file, ["--version"]).status === 0) return {};
  return { LD_LIBRARY_PATH: path.join(unpacked, "al2023/lib") };
}

/** And it has no font. */
function findFonts(): Record<string, string> {
  if (existsSync("/etc/fonts")) return {};
  return { FONTCONFIG_FILE: path.join(unpacked, "fonts.conf") };
}
