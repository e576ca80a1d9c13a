import { expect, test } from "vitest";
import { parsePushAddress, resolvePushAddress } from "#lib/push/push-address.server.ts";

const none = { pushHosts: [] };
const listed = { pushHosts: ["push.lan", "127.0.0.1:8080"] };
const refusal = expect.objectContaining({ code: "invalid_request", field: "endpoint" });

test.each(["https://push.example/a?b=c", "https://push.example:8443/", "https://1.1.1.1/"])(
  "a push service of the open internet may be asked: %s",
  (endpoint) => {
    expect(parsePushAddress(endpoint, none).href).toBe(endpoint);
  },
);

test.each([
  "http://push.example/",
  "https://127.0.0.1/",
  "https://2130706433/",
  "https://0x7f.1/",
  "https://[::1]/",
  "https://[::ffff:10.0.0.1]/",
  "https://169.254.169.254/latest",
  "https://name:word@push.example/",
  "file:///etc/passwd",
  "javascript:alert(1)",
  "no address",
  "",
])("what is no public https address is refused: %s", (endpoint) => {
  expect(() => parsePushAddress(endpoint, none)).toThrow(refusal);
});

test("an operator may list push services of an own network", () => {
  for (const endpoint of ["http://push.lan/", "https://push.lan:99/", "http://127.0.0.1:8080/"]) {
    expect(parsePushAddress(endpoint, listed).href).toBe(endpoint);
  }
  expect(() => parsePushAddress("http://127.0.0.1:8081/", listed)).toThrow(refusal);
});

test("a name that leads to a private address, even among others, is refused when it is sent to", async () => {
  const url = new URL("https://push.example/");
  const by = (addresses: string[], pushHosts: string[] = []) =>
    resolvePushAddress(url, { pushHosts, resolve: async () => addresses });

  expect(await by(["1.1.1.1"])).toEqual(["1.1.1.1"]);
  expect(await by(["10.0.0.1"], ["push.example"])).toEqual(["10.0.0.1"]);
  for (const addresses of [["127.0.0.1"], ["1.1.1.1", "10.0.0.1"], ["::1"], []]) {
    await expect(by(addresses)).rejects.toThrow(refusal);
  }
});
