import { familyOf } from "#lib/engine/gateway/model/model-family.ts";
import type { ImageRequest } from "#lib/engine/image-request.ts";
import type { ImageParameters } from "#lib/meshapi/parameters/image-parameters.ts";

/** Enough for a picture to be seen to grow; each partial picture costs a little. */
const partialImagesDefault = 2;

/**
 * What is sent for one attempt: what was asked for and nothing else, one picture, and partial pictures from
 * the models that send them in a stream. Others may refuse the very word.
 */
export function toImageParameters(
  { partial_images, ...request }: ImageRequest,
  { stream }: { stream: boolean },
): ImageParameters {
  // OpenAI makes moving pictures only without a stream.
  const streams = stream && request.output_format !== "gif";
  const parameters = { ...request, n: 1, stream: streams };
  if (!streams || !familyOf(request.model).streamsPartials) return parameters;

  return { ...parameters, partial_images: partial_images ?? partialImagesDefault };
}
