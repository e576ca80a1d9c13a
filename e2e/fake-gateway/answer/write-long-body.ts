import { once } from "node:events";
import type { Exchange } from "../protocol/exchange.ts";
import type { Plan } from "../scenarios/plan.ts";
import type { Gates } from "./gates.ts";

export interface WriteLongBodyOptions {
  exchange: Exchange;
  isStream: boolean;
  plan: Plan;
  gates: Gates;
  /** Of the picture that stands at the beginning; what follows is behind its end. */
  base64: string;
}

const frames = {
  json: { before: '{"created":1,"data":[{"b64_json":"', after: '"}]}' },
  stream: {
    before: 'data: {"object":"image.chunk","status":"completed","data":[{"b64_json":"',
    after: '"}]}\n\ndata: [DONE]\n\n',
  },
};

/** A piece of zeros in base64. */
const piece = Buffer.alloc(65_536, "A");

/** Answers with one large picture, as fast as it is taken; no more than a piece of it is ever held. */
export async function writeLongBody({
  exchange: { response, signal },
  isStream,
  plan,
  gates,
  base64,
}: WriteLongBodyOptions): Promise<"delivered" | "abandoned"> {
  const { before, after } = frames[isStream ? "stream" : "json"];
  response.writeHead(200, { "content-type": isStream ? "text/event-stream" : "application/json" });
  // A whole number of base64's groups, so that there is no padding in the middle.
  const image = Buffer.from(base64, "base64");
  const start = Buffer.concat([image], Math.ceil(image.length / 3) * 3);
  response.write(`${before}${start.toString("base64")}`);

  const pieces = (plan.bodyMegabytes ?? 0) * 16;
  for (let at = 0; at < pieces && !signal.aborted; at += 1) {
    if (plan.holdBody && at === pieces >> 1) await gates.wait(plan.holdBody, signal);
    // Aborted, it rejects; the loop sees that.
    if (!response.write(piece)) await once(response, "drain", { signal }).catch(() => {});
  }

  if (signal.aborted) return "abandoned";
  response.end(after);
  await Promise.race([once(response, "close"), once(response, "finish")]);
  return response.writableFinished ? "delivered" : "abandoned";
}
