import type { ImageChunk } from "./image-chunk.ts";
import type { ImageParameters } from "./image-parameters.ts";
import { imageResponseSchema } from "./image-response.ts";
import { liftPictures } from "./lift-pictures.ts";
import { parseParameters } from "./parse-parameters.ts";
import { readImageStream } from "./read-image-stream.ts";
import { readJson } from "./read-json.ts";
import type { PaidRequestOptions } from "./request-options.ts";
import { sendRequest } from "./send-request.ts";
import { tellForm } from "./tell-form.ts";
import type { Transport } from "./transport.ts";

/**
 * Asks for pictures and tells of them as they come. The first chunk is given as soon as the gateway answers 2xx. A server
 * that answers JSON instead is read as one `completed` chunk. Leaving the loop closes the connection. Throws `MeshAPIError`.
 */
export async function* streamImages(
  transport: Transport,
  parameters: ImageParameters,
  options: PaidRequestOptions = {},
): AsyncGenerator<ImageChunk, void, void> {
  const { stream = true, ...others } = parseParameters(parameters);
  const answer = await sendRequest(transport, {
    ...options,
    method: "POST",
    path: "/images/generations",
    // Some models refuse the very word, so it is sent only to turn streaming on.
    body: stream ? { ...others, stream } : others,
  });

  try {
    const { requestId } = answer;
    yield { status: "processing", data: [], requestId };
    const charactersMax = transport.decodedCharactersMax;
    const whole = { ...answer, ...(await tellForm(answer)) };
    const told = charactersMax === null ? whole : liftPictures(whole, { charactersMax });
    if (told.isEventStream) {
      yield* readImageStream(told, { ...transport, imagesExpected: others.n ?? 1 });
      return;
    }

    const bytesMax = transport.answerBytesMax;
    const { error, ...response } = await readJson(told, {
      schema: imageResponseSchema,
      bytesMax,
    });
    if (error) throw answer.refusal(JSON.stringify({ error }));
    yield { ...response, status: "completed", requestId };
  } catch (error) {
    throw answer.translate(error);
  } finally {
    answer.close();
  }
}
