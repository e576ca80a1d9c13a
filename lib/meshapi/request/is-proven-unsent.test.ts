import { expect, test } from "vitest";
import { isProvenUnsent } from "#lib/meshapi/request/is-proven-unsent.ts";

function failure(facts: object, cause?: unknown): Error {
  return Object.assign(new Error("failed", { cause }), facts);
}

test.each([
  ["refused", failure({ code: "ECONNREFUSED", syscall: "connect" })],
  ["an unknown name", failure({ code: "ENOTFOUND", syscall: "getaddrinfo" })],
  ["no route", failure({ code: "EHOSTUNREACH", syscall: "connect" })],
  ["a connect timeout", failure({ code: "UND_ERR_CONNECT_TIMEOUT" })],
  ["an expired certificate", failure({ code: "CERT_HAS_EXPIRED" })],
  ["a certificate signed by itself", failure({ code: "DEPTH_ZERO_SELF_SIGNED_CERT" })],
  ["the platform's fetch", failure({}, failure({ code: "ECONNREFUSED" }))],
  [
    "each address refused",
    failure({
      code: "ECONNREFUSED",
      errors: [failure({ code: "ECONNREFUSED" }), failure({ syscall: "connect" })],
    }),
  ],
])("%s proves that nothing was sent", (_, error) => {
  expect(isProvenUnsent(error)).toBe(true);
});

test.each([
  ["a reset", failure({ code: "ECONNRESET", syscall: "read" })],
  ["a closed socket", failure({ code: "UND_ERR_SOCKET" })],
  ["no route in mid-flight", failure({ code: "EHOSTUNREACH", syscall: "read" })],
  [
    "one of two addresses reset",
    failure({
      code: "ECONNREFUSED",
      errors: [failure({ code: "ECONNREFUSED" }), failure({ code: "ECONNRESET" })],
    }),
  ],
  ["an error that says nothing", new Error("failed")],
  ["no error at all", undefined],
])("%s proves nothing", (_, error) => {
  expect(isProvenUnsent(error)).toBe(false);
});
