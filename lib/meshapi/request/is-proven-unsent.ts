import * as z from "zod";
import { NotConnectedError } from "../transport/not-connected-error.ts";

/** Failures to connect, as other fetches tell them: of Node's sockets by the system call, of undici and TLS by their codes. */
const connectingCalls = new Set(["connect", "getaddrinfo"]);
const connectingCodes = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EAI_FAIL",
  "EAI_NODATA",
  "EAI_NONAME",
  "UND_ERR_CONNECT_TIMEOUT",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "HOSTNAME_MISMATCH",
  "INVALID_CA",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "ERR_TLS_HANDSHAKE_TIMEOUT",
  "ERR_TLS_INVALID_PROTOCOL_VERSION",
  "ERR_SSL_WRONG_VERSION_NUMBER",
  "ERR_SSL_UNSUPPORTED_PROTOCOL",
  "ERR_SSL_NO_PROTOCOLS_AVAILABLE",
  "ERR_SSL_PACKET_LENGTH_TOO_LONG",
  "ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION",
  "ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE",
]);

const failureSchema = z.object({
  code: z.string().optional().catch(undefined),
  syscall: z.string().optional().catch(undefined),
  errors: z.array(z.unknown()).optional().catch(undefined),
  cause: z.unknown().optional(),
});

/**
 * Whether a failed `fetch` proves that no byte of the request left: the connection itself failed. Whatever
 * is not on the list, a reset first of all, proves nothing.
 */
export function isProvenUnsent(error: unknown): boolean {
  if (error instanceof NotConnectedError) return true;

  const parsed = failureSchema.safeParse(error);
  if (!parsed.success) return false;

  const { code, syscall, errors, cause } = parsed.data;
  // A host of several addresses fails with one error for each that was tried.
  if (errors && errors.length > 0) return errors.every(isProvenUnsent);
  if (syscall && connectingCalls.has(syscall)) return true;
  if (code && (connectingCodes.has(code) || code.startsWith("CERT_"))) return true;

  return isProvenUnsent(cause);
}
