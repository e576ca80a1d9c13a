import { errorLimits, readStart } from "../../body/read-start.ts";
import { watchSilence } from "../../body/watch-silence.ts";
import { findImages } from "../../document/find-images.ts";
import { isRecord } from "../../document/is-record.ts";
import { resultPlaces } from "../../document/join-images.ts";
import { extractImages } from "../../extract/extract-images.ts";
import { imageOf } from "../../image/image-of.ts";
import type { ImageItem } from "../../image/image-response.ts";
import { isImage } from "../../image/image-signature.ts";
import { namesImage } from "../../image/names-image.ts";
import { imagesKeptMax } from "../../parameters/image-limits.ts";
import type { Answer } from "../../request/send-request.ts";
import type { CompletedChunk } from "../keep-images.ts";
import type { ReadDocumentsOptions } from "../read-documents-options.ts";
import { readFileDocument } from "../read-file-document.ts";
import { tellForm } from "../tell-form.ts";

export interface ReadRefusedOptions
  extends Pick<ReadDocumentsOptions, "silenceMs" | "imageBytesMax"> {
  /** The request, as JSON: some repeat it. */
  sent: string;
}

/**
 * The pictures of an answer that is no 2xx: they were made, and paid for, whatever else went wrong. Where there are none
 * it throws the gateway's error.
 */
export async function readRefused(
  answer: Answer,
  options: ReadRefusedOptions,
): Promise<CompletedChunk> {
  const { requestId } = answer;
  const items = await readItems(answer, options);
  const data = items.slice(0, imagesKeptMax);
  return { status: "completed", requestId, data, leftOut: items.length - data.length };
}

async function readItems(
  answer: Answer,
  { sent, ...options }: ReadRefusedOptions,
): Promise<ImageItem[]> {
  const onSilence = () => answer.endInSilence();
  const { silenceMs } = options;
  const { form, body } = await tellForm({
    ...answer,
    body: watchSilence(answer.body, { silenceMs, onSilence, isWatching: () => true }),
  });
  if (form === "picture") return readFile({ ...answer, body }, options);

  // No more of it is read, so that no picture that it repeats cuts off the error behind it.
  const lifted = extractImages({ ...answer, body }, { charactersMax: errorLimits.bytesMax });
  const text = await readStart(lifted.body, { ...errorLimits, silenceMs, onSilence });
  const items = resultsIn(parse(lifted, text), answer.url).filter((item) => !isSent(item, sent));
  if (items.length === 0) throw answer.refusal(text.replaceAll(liftedWord, "…"));
  return items;
}

/** What stands in the place of a picture that was lifted out of JSON. */
const liftedWord = /picture [\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12} \d+/g;

async function readFile(
  answer: Answer,
  options: Pick<ReadDocumentsOptions, "silenceMs" | "imageBytesMax">,
): Promise<ImageItem[]> {
  const items: ImageItem[] = [];
  try {
    for await (const { bytes } of readFileDocument(answer, options)) items.push({ bytes });
  } catch {
    throw answer.refusal("");
  }
  return items;
}

function parse({ parseJson }: Answer, text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return null;
  }
}

/** Where results stand, in a list or beyond doubt: an error has addresses of its own, those of help and of bills. */
function resultsIn(json: unknown, requestUrl: string): ImageItem[] {
  if (!isRecord(json)) return [];
  const imagesAt = (part: object) => findImages(part, { requestUrl }).items;
  const certain = resultPlaces.flatMap((place) => {
    const part = { [place]: json[place] };
    return imagesAt(part).every((item) => isCertain(item, Array.isArray(json[place])))
      ? [part]
      : [];
  });
  return imagesAt(Object.assign({}, ...certain));
}

function isCertain(item: ImageItem, isInList: boolean): boolean {
  const image = imageOf(item);
  if (image.type === "bytes") return isImage(image.bytes);
  return image.type === "url" && (isInList || namesImage(image.url));
}

function isSent(item: ImageItem, sent: string): boolean {
  const image = imageOf(item);
  if (image.type === "unreadable") return true;
  return sent.includes(
    image.type === "url" ? image.url : Buffer.from(image.bytes).toString("base64"),
  );
}
