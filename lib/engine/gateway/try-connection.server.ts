import type { ConnectionReport } from "#lib/engine/connection-report.ts";
import { translateError } from "#lib/engine/gateway/failure/translate-error.ts";
import { isImageModel } from "#lib/engine/gateway/model/to-engine-model.ts";
import { isMeshAPIError, MeshAPIError } from "#lib/meshapi/failure/mesh-api-error.ts";
import { listModels } from "#lib/meshapi/list-models.ts";
import { type Answer, sendRequest } from "#lib/meshapi/request/send-request.ts";
import { createTransport } from "#lib/meshapi/transport/create-transport.ts";
import type { MeshAPIOptions } from "#lib/meshapi/transport/mesh-api-options.ts";
import type { Transport } from "#lib/meshapi/transport/transport.ts";

type TryOptions = MeshAPIOptions & { stream: boolean };

/**
 * Asks a gateway what can be asked for nothing: its list of models, and, with a request that asks for no picture,
 * whether it lets this key in and refuses to stream. Throws `EngineError`.
 */
export async function tryConnection(options: TryOptions): Promise<ConnectionReport> {
  try {
    const transport = createTransport(options);
    const startedAt = performance.now();
    const models = await countModels(transport);
    const tookMs = Math.round(performance.now() - startedAt);
    return { models, tookMs, ...(await tryRequests(transport, options)) };
  } catch (error) {
    throw translateError(error);
  }
}

async function countModels(transport: Transport): Promise<ConnectionReport["models"]> {
  try {
    const models = await listModels(transport, { type: "image" });
    return { total: models.length, image: models.filter(isImageModel).length };
  } catch (error) {
    if (isMeshAPIError(error) && hasNoList(error)) return null;
    throw error;
  }
}

/** A page in the place of the list is none either. */
function hasNoList({ status, kind, code }: MeshAPIError): boolean {
  const isElsewhere = kind === "wrong_address" && status !== null && status >= 400;
  return status === 404 || isElsewhere || code === "invalid_answer";
}

async function tryRequests(
  transport: Transport,
  { stream }: { stream: boolean },
): Promise<Pick<ConnectionReport, "takesRequests" | "streams">> {
  const refusal = await askForNothing(transport, { stream });
  if (refusal?.status === 401) throw refusal;

  return { takesRequests: takesRequests(refusal), streams: await (stream ? judge(refusal) : null) };

  async function judge(streaming: MeshAPIError | null): Promise<false | null> {
    if (!streaming?.status) return null;
    if (streaming.kind === "streaming") return false;
    if (streaming.status < 500) return null;

    // It fails where it should refuse. When it refuses the same without a stream, the stream is why.
    const plain = await askForNothing(transport, { stream: false });
    return plain?.status && plain.status < 500 ? false : null;
  }
}

/** Whoever fails says nothing of what else it does. */
function takesRequests(refusal: MeshAPIError | null): boolean | null {
  if (!refusal) return null;
  const isPage = refusal.isOwn && refusal.code === "invalid_answer";
  if (refusal.kind === "wrong_address" || isPage) return false;
  return refusal.status !== null && refusal.status < 500 ? true : null;
}

/**
 * No prompt, no model and 0 pictures: whoever checks anything refuses it, and whoever checks nothing makes none. Null
 * where it is not refused, or is not answered: then nothing is known.
 */
async function askForNothing(
  transport: Transport,
  { stream }: { stream: boolean },
): Promise<MeshAPIError | null> {
  try {
    const body = { n: 0, ...(stream && { stream }) };
    const answer = await sendRequest(transport, {
      method: "POST",
      path: "/images/generations",
      body,
    });
    answer.close();
    return /^text\/html\b/i.test(answer.contentType ?? "") ? pageShown(answer) : null;
  } catch (error) {
    if (!isMeshAPIError(error)) throw error;
    return error.status === null ? null : error;
  }
}

/** A site that shows its page for every address. */
function pageShown({ status, requestId }: Answer): MeshAPIError {
  const said = { sent: "answered", code: "invalid_answer", status, requestId } as const;
  return new MeshAPIError("The address shows a page.", said);
}
