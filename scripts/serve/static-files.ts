import { globSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { gunzipSync } from "node:zlib";

/** As Next names them. */
const types: Record<string, string> = {
  ".js": "application/javascript; charset=UTF-8",
  ".css": "text/css; charset=UTF-8",
};

interface StaticFile {
  type: string;
  br: Buffer;
  gzip: Buffer;
}

/** Answers a request for one of the files; false when it is for something else. */
export type AnswerStatic = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * Reads the scripts and style sheets of a build (`scripts/build/compress-static.ts`) and serves them under `/_next/static`. Next would ask
 * its router and compress for each request anew; and a build that is made beside a running studio would take from it what its pages name.
 * What is read is about a megabyte.
 */
export function readStaticFiles(folder: string): AnswerStatic {
  const files = new Map<string, StaticFile>();
  for (const packed of globSync(path.join(folder, "**/*.br"))) {
    const file = packed.slice(0, -".br".length);
    const address = path.relative(folder, file).split(path.sep).join("/");
    files.set(`/_next/static/${address}`, {
      type: types[path.extname(file)] ?? "application/octet-stream",
      br: readFileSync(packed),
      gzip: readFileSync(`${file}.gz`),
    });
  }

  return (request, response) => {
    const file = files.get(request.url?.split("?")[0] ?? "");
    if (!file) return false;

    const { encoding, body } = encode(file, String(request.headers["accept-encoding"] ?? ""));
    response.writeHead(200, {
      "Content-Type": file.type,
      "Content-Length": body.length,
      ...(encoding ? { "Content-Encoding": encoding } : {}),
      Vary: "Accept-Encoding",
      // Its name changes with what is in it.
      "Cache-Control": "public, max-age=31536000, immutable",
    });
    response.end(body);
    return true;
  };
}

function encode({ br, gzip }: StaticFile, accepted: string): { encoding?: string; body: Buffer } {
  if (accepts(accepted, "br")) return { encoding: "br", body: br };
  if (accepts(accepted, "gzip")) return { encoding: "gzip", body: gzip };
  return { body: gunzipSync(gzip) };
}

/** Whether a header that lists codings (RFC 9110, 12.5.3) has this one, and not as refused. */
function accepts(header: string, coding: string): boolean {
  return header.split(",").some((part) => {
    const [name = "", ...parameters] = part.split(";").map((piece) => piece.trim().toLowerCase());
    return name === coding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}
