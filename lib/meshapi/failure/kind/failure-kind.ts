/**
 * What an error that a gateway told is about:
 * - `refused`: the prompt or a picture, for what it shows; `money`: the key's; `rate`: its pace, for now;
 * - `free`: a failure of which it is said that nothing was charged;
 * - `unknown`: nobody can tell whether the picture was made and charged;
 * - `broken`: a failure told after a 2xx, when the work had begun;
 * - the others: the request, or the key, is not as the gateway wants it.
 */
export type FailureKind =
  | "refused"
  | "money"
  | "rate"
  | "free"
  | "unknown"
  | "broken"
  | "streaming"
  | "unauthorized"
  | "forbidden"
  | "unknown_model"
  | "wrong_address"
  | "invalid"
  | "not_supported";
