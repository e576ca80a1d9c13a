import { extractImages } from "#lib/meshapi/extract/extract-images.ts";
import { isExtractedImage } from "#lib/meshapi/extract/image-shelf.ts";
import { MeshAPIError } from "#lib/meshapi/failure/mesh-api-error.ts";
import type { Answer } from "#lib/meshapi/request/send-request.ts";

export function answerOf(text: string, cuts: readonly number[]): Answer {
  const bytes = Buffer.from(text);
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  async function* body() {
    for (const [index, place] of places.entries()) {
      yield bytes.subarray(places[index - 1] ?? 0, place);
    }
    yield bytes.subarray(places.at(-1) ?? 0);
  }
  return {
    status: 200,
    requestId: null,
    url: "https://gateway.example/v1/images/generations",
    contentType: null,
    location: null,
    costUsd: null,
    isEventStream: false,
    body: body(),
    parseJson: JSON.parse,
    refusal: (said) => new MeshAPIError(said, { sent: "answered", code: "told" }),
    redact: (text) => text,
    translate: (error) => new MeshAPIError(String(error), { sent: "maybe", code: "unexpected" }),
    endInSilence: () => {},
    close: () => {},
  };
}

/** The JSON of an answer, read with its pictures lifted, and the text that was left of it. */
export async function read(text: string, cuts: readonly number[] = [], charactersMax = 1_000_000) {
  const extracted = extractImages(answerOf(text, cuts), { charactersMax });
  const pieces: Uint8Array[] = [];
  for await (const piece of extracted.body) pieces.push(piece);
  const left = Buffer.concat(pieces).toString();
  return { left, parse: (json = left) => show(extracted.parseJson(json)) };
}

/** With the bytes of pictures in sight, which whoever walks over an answer is not to see. */
function show(json: unknown): unknown {
  if (isExtractedImage(json)) return { bytes: json.bytes };
  if (Array.isArray(json)) return json.map(show);
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, show(value)]));
}
