import { readJson } from "./answer/read-json.ts";
import { type Model, modelsSchema } from "./models.ts";
import type { RequestOptions } from "./request/request-options.ts";
import { sendRequest } from "./request/send-request.ts";
import type { Transport } from "./transport/transport.ts";

export interface ListModelsFilter {
  /** Only models of this kind. A server may ignore it. */
  type?: "image";
}

/** Lists the models on offer; an entry without an id is left out. Throws `MeshAPIError`: 404 where a server has no list. */
export async function listModels(
  transport: Transport,
  { type }: ListModelsFilter = {},
  options: RequestOptions = {},
): Promise<Model[]> {
  const path = type ? `/models?type=${encodeURIComponent(type)}` : "/models";
  const answer = await sendRequest(transport, { ...options, method: "GET", path });

  try {
    return await readJson(answer, { schema: modelsSchema, bytesMax: transport.answerBytesMax });
  } catch (error) {
    throw answer.translate(error);
  } finally {
    answer.close();
  }
}
