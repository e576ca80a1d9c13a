/** Who stopped a call before its end. */
export type Stopper = "caller" | "deadline" | "silence";

/** The life of one call: everything that may end it ends it through one signal. */
export interface Call {
  signal: AbortSignal;
  /** Who stopped it; null while it runs, and after it came to its own end. */
  stoppedBy(): Stopper | null;
  stop(stopper: Stopper, reason?: unknown): void;
  /** Closes the connection if it is still open, and forgets the deadline. */
  end(): void;
}

/** Starts a call that the caller's signal ends, or `timeoutMs`, whichever comes first. */
export function startCall({
  signal,
  timeoutMs,
}: {
  signal: AbortSignal | undefined;
  timeoutMs: number;
}): Call {
  const controller = new AbortController();
  let stoppedBy: Stopper | null = null;

  const stop = (stopper: Stopper, reason?: unknown) => {
    if (controller.signal.aborted) return;
    stoppedBy = stopper;
    controller.abort(reason);
  };
  const onAbort = () => stop("caller", signal?.reason);
  const deadline = setTimeout(() => stop("deadline"), timeoutMs);

  signal?.addEventListener("abort", onAbort, { once: true });
  if (signal?.aborted) onAbort();

  return {
    signal: controller.signal,
    stoppedBy: () => stoppedBy,
    stop,
    end() {
      clearTimeout(deadline);
      signal?.removeEventListener("abort", onAbort);
      controller.abort();
    },
  };
}
