import { EngineError } from "#lib/engine/engine-error.server.ts";
import { because } from "#messages/reason.ts";

/** One caller that leaves must not end a load that others share. */
export async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const left = Promise.withResolvers<never>();
  const leave = () => {
    const options = { sent: "no", charged: "no", code: "stopped", cause: signal.reason } as const;
    left.reject(new EngineError(because("models_not_awaited"), options));
  };

  signal.addEventListener("abort", leave, { once: true });
  if (signal.aborted) leave();
  try {
    return await Promise.race([work, left.promise]);
  } finally {
    signal.removeEventListener("abort", leave);
  }
}
