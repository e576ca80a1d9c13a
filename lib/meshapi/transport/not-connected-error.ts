/** The connection itself could not be made, for the reason in `cause`: not a byte of the request has left. */
export class NotConnectedError extends Error {
  override readonly name = "NotConnectedError";
}
