import { once } from "node:events";
import { setImmediate, setTimeout } from "node:timers/promises";
import type { Exchange } from "../protocol/exchange.ts";
import type { Cut, Plan } from "../scenarios/plan.ts";
import { createCompressor } from "./compressor.ts";
import type { Gates } from "./gates.ts";
import type { Part } from "./make-answer.ts";

export interface WriteAnswerOptions {
  exchange: Exchange;
  parts: readonly Part[];
  isStream: boolean;
  plan: Plan;
  gates: Gates;
}

/** Writes an answer as slowly, and as badly, as its plan says. Tells how it ended. */
export async function writeAnswer(
  options: WriteAnswerOptions,
): Promise<"delivered" | "cut" | "abandoned"> {
  const { exchange, parts, isStream, plan, gates } = options;
  const { response, signal } = exchange;
  const bytes = parts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const contentType = plan.contentType ?? (isStream ? "text/event-stream" : "application/json");
  response.writeHead(200, {
    "content-type": contentType,
    ...(isStream ? { "cache-control": "no-cache" } : {}),
    ...(plan.encoding ? { "content-encoding": plan.encoding } : {}),
    ...lengthOf(plan, { isStream, bytes }),
  });
  response.flushHeaders();

  const compress = plan.encoding ? createCompressor(plan.encoding) : null;
  for (const { text, isImage } of parts) {
    if (isImage && !Number.isFinite(plan.pings)) await pingForEver(exchange);
    if (isImage && plan.holdImage) await gates.wait(plan.holdImage, signal);
    if (signal.aborted) return "abandoned";

    const buffer = compress ? await compress(Buffer.from(text)) : Buffer.from(text);
    const middle = isImage && (plan.cut || plan.holdBody) ? buffer.length >> 1 : 0;
    await writeInPieces(options, buffer.subarray(0, middle));
    if (isImage && plan.holdBody) await gates.wait(plan.holdBody, signal);
    if (isImage && plan.cut) {
      await cutOff(exchange, plan.cut);
      return "cut";
    }
    await writeInPieces(options, buffer.subarray(middle));
  }

  if (compress) response.write(await compress(null));
  if (plan.afterEnd) {
    await leaveOpen(exchange, plan.afterEnd);
    return "delivered";
  }

  response.end();
  // A client that was killed meanwhile has closed it already, and nothing more comes.
  if (!response.closed) await Promise.race([once(response, "close"), once(response, "finish")]);
  return response.writableFinished ? "delivered" : "abandoned";
}

/** A server that counts its bytes shows a truncation; one that ends cleanly on purpose must not. */
function lengthOf(plan: Plan, { isStream, bytes }: { isStream: boolean; bytes: number }) {
  if (plan.afterEnd === "short") return { "content-length": String(bytes + 1_000) };
  const isUncounted = isStream || plan.cut === "end" || plan.encoding || plan.afterEnd;
  return isUncounted ? {} : { "content-length": String(bytes) };
}

async function leaveOpen(
  { response, signal }: Exchange,
  how: NonNullable<Plan["afterEnd"]>,
): Promise<void> {
  const left = new Promise<void>((resolve) => response.write("", () => resolve()));
  await Promise.race([left, gone(signal)]);
  if (how === "short") response.socket?.destroySoon();
  await gone(signal);
}

async function writeInPieces(
  { exchange, plan }: WriteAnswerOptions,
  buffer: Buffer,
): Promise<void> {
  const { response, signal } = exchange;
  const pieceBytes = plan.pieceBytes ?? (buffer.length || 1);

  for (let at = 0; at < buffer.length && !signal.aborted; at += pieceBytes) {
    const isTaken = response.write(buffer.subarray(at, at + pieceBytes));
    if (!isTaken) await Promise.race([once(response, "drain"), gone(signal)]);
    if (plan.pieceBytes) await (plan.pieceDelayMs ? setTimeout(plan.pieceDelayMs) : setImmediate());
  }
}

async function pingForEver({ response, signal }: Exchange): Promise<void> {
  while (!signal.aborted) {
    response.write(": ping\n\n");
    await Promise.race([setTimeout(10), gone(signal)]);
  }
}

async function cutOff({ response, signal }: Exchange, cut: Cut): Promise<void> {
  // What has been written must have left, or a reset would swallow it.
  const left = new Promise<void>((resolve) => response.write("", () => resolve()));
  await Promise.race([left, gone(signal)]);
  await setImmediate();

  if (cut === "end") response.end();
  if (cut === "truncate") response.socket?.destroySoon();
  if (cut === "reset") response.socket?.resetAndDestroy();
  if (cut === "hang") await gone(signal);
}

function gone(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) =>
    signal.addEventListener("abort", () => resolve(), { once: true }),
  );
}
