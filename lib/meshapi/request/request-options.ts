/** What any call takes besides its parameters. */
export interface RequestOptions {
  /** Aborting it closes the connection; the call then throws the code `aborted`. */
  signal?: AbortSignal;
}

/** What a call that costs money takes. */
export interface PaidRequestOptions extends RequestOptions {
  /** Sent as `Idempotency-Key`: give the same one for the same intent. Whether a gateway heeds it is its own affair. */
  idempotencyKey?: string;
}
