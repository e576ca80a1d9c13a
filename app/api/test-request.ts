/** Where a studio answers if nothing else is said. */
const ownHost = "127.0.0.1:3000";

export interface Sent {
  query?: string;
  headers?: Record<string, string>;
  body?: BodyInit | undefined;
}

/** What a page of ours would send, but for what is given. */
export function ownRequest(method: string, { query = "", headers = {}, body }: Sent = {}): Request {
  const own = {
    host: ownHost,
    "idempotency-key": "a-key-of-this-test",
    "sec-fetch-site": "same-origin",
    ...(method === "GET"
      ? {}
      : { origin: `http://${ownHost}`, "content-type": "application/json" }),
  };
  return new Request(`http://localhost/api/x${query}`, {
    method,
    headers: { ...own, ...headers },
    ...(body === undefined ? {} : { body }),
  });
}
