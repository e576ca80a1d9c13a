import type { GenerationRequest } from "#lib/contract/batch-request.ts";
import type { InputRequest, InputView } from "#lib/contract/input/input-view.ts";
import { referencesMax } from "#lib/engine/request-limits.ts";
import type { ChosenGateway } from "#lib/generation/batch/choose-gateways.ts";
import { ownBlobs } from "#lib/images/upload/open-input.server.ts";
import type { PrismaClient } from "#lib/platform/database/database.server.ts";
import { AppError } from "#lib/platform/errors.ts";
import { type Sentence, say } from "#messages/sentence.ts";

const bytesPerMb = 1024 * 1024;

/** MeshAPI takes a request of 32 MiB, in which base64 makes four bytes of three. */
const bytesMax = 22 * bytesPerMb;

interface FindInputsOptions {
  userId: string;
  requests: readonly GenerationRequest[];
  /** Who makes each. */
  chosen: readonly ChosenGateway[];
}

/**
 * What goes into each request, as its rows will say. Throws `invalid_request` about the field `inputs` for what is not the owner's, for more
 * than the model takes, and for more than can be sent: before there is anything to pay for.
 */
export async function findInputs(
  client: PrismaClient,
  { userId, requests, chosen }: FindInputsOptions,
): Promise<InputView[][]> {
  const asked = requests.flatMap(({ inputs = [] }) => inputs);
  if (asked.length === 0) return requests.map(() => []);

  const library = await readLibrary(client, { userId, asked });
  return requests.map(({ inputs = [] }, index) => {
    const field = `requests.${index}.inputs`;
    const one = chosen[index];
    if (one && inputs.length > 0) refuseUntaken(inputs.length, { ...one, field });
    return inputs.length === 0 ? [] : findAll(inputs, { library, field });
  });
}

interface Library {
  hashes: ReadonlyMap<string, string>;
  sizes: ReadonlyMap<string, number>;
}

/** Whose hash each image has, and how many bytes each blob. */
async function readLibrary(
  client: PrismaClient,
  { userId, asked }: { userId: string; asked: readonly InputRequest[] },
): Promise<Library> {
  const images = await client.image.findMany({
    where: { id: { in: asked.flatMap(({ imageId }) => imageId ?? []) }, userId },
    select: { id: true, blobHash: true },
  });
  const named = asked.flatMap(({ blobHash }) => blobHash ?? []);
  const hash = { in: [...named, ...images.map(({ blobHash }) => blobHash)] };
  const blobs = await client.blob.findMany({
    where: { hash, ...ownBlobs(userId) },
    select: { hash: true, bytes: true },
  });
  return {
    hashes: new Map(images.map(({ id, blobHash }) => [id, blobHash])),
    sizes: new Map(blobs.map(({ hash, bytes }) => [hash, bytes])),
  };
}

function findAll(
  inputs: readonly InputRequest[],
  { library, field }: { library: Library; field: string },
): InputView[] {
  let sum = 0;
  const found = inputs.map(({ role, imageId = null, blobHash }, at) => {
    const hash = blobHash ?? library.hashes.get(imageId ?? "") ?? "";
    const bytes = library.sizes.get(hash);
    if (bytes === undefined) throw refusal(say("refusals.inputMissing", { place: at + 1 }), field);
    sum += bytes;
    return { role, blobHash: hash, imageId };
  });
  if (sum <= bytesMax) return found;

  const megabytes = Math.ceil(sum / bytesPerMb);
  const most = bytesMax / bytesPerMb;
  throw refusal(say("refusals.inputsTooLarge", { megabytes, most }), field);
}

/** Of a model that is not in its gateway's list nothing is known: it may take as many as any. */
function refuseUntaken(
  count: number,
  { gateway, model, field }: ChosenGateway & { field: string },
): void {
  const most = model?.referencesMax ?? (gateway.engine.takesAnyModel ? referencesMax : 0);
  if (count <= most) return;

  const name = model?.name ?? gateway.name;
  throw refusal(
    most === 0
      ? say("refusals.inputsNotTaken", { model: name })
      : say("refusals.inputsTooMany", { model: name, most, count: count - most }),
    field,
  );
}

function refusal(sentence: Sentence, field: string): AppError {
  return new AppError("invalid_request", sentence, { field });
}
