import { readRefused } from "./answer/outcome/read-refused.ts";
import { readAnswer } from "./answer/read-answer.ts";
import { type AnswerRecord, recordAnswer } from "./answer/record-answer.ts";
import { tellForm } from "./answer/tell-form.ts";
import type { ImageChunk } from "./document/image-chunk.ts";
import { extractImages } from "./extract/extract-images.ts";
import { MeshAPIError } from "./failure/mesh-api-error.ts";
import { imageFactsSchema } from "./image/image-response.ts";
import { namesImage } from "./image/names-image.ts";
import type { ImageParameters } from "./parameters/image-parameters.ts";
import { parseParameters } from "./parameters/parse-parameters.ts";
import type { PaidRequestOptions } from "./request/request-options.ts";
import { type Answer, sendRequest } from "./request/send-request.ts";
import { redact, redactJson } from "./secret/redact.ts";
import type { Transport } from "./transport/transport.ts";

/**
 * Asks for pictures and tells of them as they come. The first chunk is given as soon as the gateway answers 2xx. A server
 * that answers JSON, or a picture's file, is read as one `completed` chunk. Leaving the loop closes the connection. Throws
 * `MeshAPIError`, with what came where no picture was understood.
 */
export async function* streamImages(
  transport: Transport,
  parameters: ImageParameters,
  options: PaidRequestOptions = {},
): AsyncGenerator<ImageChunk, void, void> {
  const { stream = true, extra, ...others } = parseParameters(parameters);
  // Some models refuse the very word, so it is sent only to turn streaming on.
  const body = { ...extra, ...others, ...(stream ? { stream } : {}) };
  const answer = await sendRequest(transport, {
    ...options,
    method: "POST",
    path: "/images/generations",
    body,
    takesRefused: true,
  });
  const charactersMax = transport.decodedCharactersMax;
  const imageBytesMax = Math.ceil((charactersMax ?? transport.answerBytesMax) * 0.75);
  const record = recordAnswer(answer.body, {
    contentType: answer.contentType,
    bytesMax: transport.answerKeptBytesMax,
    secrets: transport.secrets,
  });

  try {
    if (answer.status >= 400) {
      return yield await readRefused(answer, {
        imageBytesMax,
        silenceMs: transport.silenceMs,
        sent: JSON.stringify(body),
      });
    }
    const { requestId, costUsd } = answer;
    yield { status: "processing", data: [], requestId };
    if (costUsd) yield { status: "usage", data: [], requestId, usage: { cost_usd: costUsd } };
    if (answer.location && answer.status >= 300) return yield elsewhere(answer, answer.location);
    const { form, body: rest } = await tellForm({ ...answer, body: record.body });
    const whole = { ...answer, body: rest };
    const isExtracted = charactersMax !== null && (form === "events" || form === "text");
    const chunks = readAnswer(isExtracted ? extractImages(whole, { charactersMax }) : whole, {
      form,
      imagesExpected: others.n ?? 1,
      bytesMax: transport.answerBytesMax,
      imageBytesMax,
      eventCharactersMax: transport.eventCharactersMax,
      silenceMs: transport.silenceMs,
      onImage: record.forget,
      hasReferences: others.image !== undefined,
    });
    for await (const chunk of chunks) yield withoutSecrets(chunk, transport.secrets);
  } catch (error) {
    const failure = withAnswer(answer.translate(error), record);
    const { location } = answer;
    // What came in place of a picture may be a record of it, which has an address of its own.
    const isThere = location !== null && (!failure.answer || namesImage(location));
    if (!failure.isOwn || failure.code !== "no_picture" || !isThere) throw failure;
    yield elsewhere(answer, location);
  } finally {
    answer.close();
  }
}

/** What is told beside the pictures. An address is left as it is: it is asked for. */
function withoutSecrets(chunk: ImageChunk, secrets: readonly string[]): ImageChunk {
  const facts = redactJson(imageFactsSchema.parse(chunk), secrets);
  const data = chunk.data.map((item) =>
    item.revised_prompt ? { ...item, revised_prompt: redact(item.revised_prompt, secrets) } : item,
  );
  return { ...chunk, ...facts, data };
}

/** What was made stands at another address, which is asked for by whoever fetches pictures. */
function elsewhere({ requestId }: Answer, url: string): ImageChunk {
  return { status: "completed", requestId, data: [{ url, b64_json: null }], leftOut: 0 };
}

const detailsCharactersMax = 2_000;

function withAnswer(error: MeshAPIError, record: AnswerRecord): MeshAPIError {
  const answer = record.read();
  if (!answer) return error;

  const { message, cause } = error;
  const details =
    error.details ?? Buffer.from(answer.bytes.subarray(0, detailsCharactersMax)).toString();
  return new MeshAPIError(message, { ...error, cause, details, answer });
}
