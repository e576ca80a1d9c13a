import { expect, test } from "vitest";
import { checkHost, checkOrigin } from "#lib/platform/http/own-host.server.ts";

const here = { host: "127.0.0.1", allowedHosts: ["studio.example"], trustedNetwork: false };
const headers = (host: string) => new Headers({ host });

test.each([
  "127.0.0.1:3000",
  "localhost:3000",
  "localhost.",
  "[::1]:3000",
  "[0:0:0:0:0:0:0:1]:3000",
  "studio.example",
  "studio.example.",
  "STUDIO.example:443",
  "studio.example:",
])("it answers to its own name %s", (host) => {
  expect(() => checkHost(headers(host), here)).not.toThrow();
});

test.each([
  "evil.example",
  "evil.example:3000",
  "192.168.0.7:3000",
  "127.0.0.1.evil.example",
  "localhost.evil.example",
  "evil.example@localhost",
  "localhost/evil.example",
  "[::1",
  "::1",
  "localhost:3000:3000",
  "",
])("it does not answer to the foreign name %j, and says which setting would", (host) => {
  expect(() => checkHost(headers(host), here)).toThrow(
    /does not answer to the host name ".*ALLOWED_HOSTS=/,
  );
});

test("on a trusted network it answers to addresses, and still not to foreign names", () => {
  const rule = { ...here, host: "0.0.0.0", trustedNetwork: true };
  expect(() => checkHost(headers("192.168.0.7:3000"), rule)).not.toThrow();
  expect(() => checkHost(headers("[fe80::7]:3000"), rule)).not.toThrow();
  expect(() => checkHost(headers("rebound.example:3000"), rule)).toThrow();
});

test("a name of ALLOWED_HOSTS counts with a port and without, in any script", () => {
  const rule = { ...here, allowedHosts: ["studio.example:8443", "bücher.example"] };
  for (const host of ["studio.example", "studio.example:8443", "xn--bcher-kva.example"]) {
    expect(() => checkHost(headers(host), rule)).not.toThrow();
  }
});

interface Sent {
  host: string;
  origin?: string;
  site?: string;
}

function change({ host, origin, site }: Sent, { allowedHosts = [] as string[] } = {}): void {
  const given = {
    host,
    ...(origin === undefined ? {} : { origin }),
    ...(site === undefined ? {} : { "sec-fetch-site": site }),
  };
  const request = new Request("http://localhost/api", { method: "POST", headers: given });
  checkOrigin(request, { ...here, allowedHosts });
}

test.each([
  { host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000" },
  { host: "name", origin: "http://name" },
  { host: "name", origin: "https://name" },
  { host: "name:443", origin: "https://name" },
  { host: "name:80", origin: "http://name" },
  { host: "name", origin: "http://name:80" },
  { host: "name", origin: "https://name:443" },
  { host: "name:80", origin: "https://name" },
  { host: "name:443", origin: "http://name" },
  { host: "NAME:8443", origin: "https://name:8443" },
  { host: "name", origin: "HTTPS://Name" },
  { host: "name.", origin: "https://name" },
  { host: "[::1]:3000", origin: "http://[::1]:3000" },
  { host: "[0:0:0:0:0:0:0:1]:3000", origin: "http://[::1]:3000" },
  { host: "[FE80::7]", origin: "http://[fe80::7]" },
  { host: "bücher.example", origin: "https://xn--bcher-kva.example" },
])("a change of our own page is allowed, however host and port are spelt: %j", (sent) => {
  expect(() => change(sent)).not.toThrow();
  expect(() => change({ ...sent, site: "same-origin" })).not.toThrow();
});

test.each([
  { host: "127.0.0.1:3000" },
  { host: "127.0.0.1:3000", origin: "" },
  { host: "127.0.0.1:3000", origin: "null" },
  { host: "127.0.0.1:3000", origin: "https://evil.example" },
  { host: "127.0.0.1:3000", origin: "http://127.0.0.1:4000" },
  { host: "127.0.0.1:3000", origin: "http://127.0.0.1" },
  { host: "127.0.0.1", origin: "http://127.0.0.1:4000" },
  { host: "127.0.0.1:3000", origin: "file://127.0.0.1:3000" },
  { host: "127.0.0.1:3000", origin: "ftp://127.0.0.1:3000" },
  { host: "127.0.0.1:3000", origin: "http://evil.example@127.0.0.1:3000" },
  { host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000/path" },
  { host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000 https://evil.example" },
  { host: "name", origin: "https://name.evil.example" },
  { host: "name", origin: "https://sub.name" },
  { host: "", origin: "http://127.0.0.1:3000" },
  { host: "name:3000:3000", origin: "http://name:3000" },
])("a change that is not of our own page is refused: %j", (sent) => {
  expect(() => change(sent)).toThrow("A change must come from this studio's own pages");
});

test.each(["cross-site", "same-site", "", "else"])(
  "a change is refused with a good Origin too when the browser says %j",
  (site) => {
    const sent = { host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000", site };
    expect(() => change(sent)).toThrow("another site asks for it");
  },
);

test("what another site reads is not asked for: it gets no change", () => {
  const request = new Request("http://localhost/api", {
    headers: { host: "name", origin: "https://evil.example", "sec-fetch-site": "cross-site" },
  });
  expect(() => checkOrigin(request, here)).not.toThrow();
});

test("behind a proxy that hides the Host, or its port, the refusal names both and the setting that mends it", () => {
  const behind = [
    { host: "127.0.0.1:3000", origin: "https://studio.example" },
    { host: "studio.example", origin: "http://studio.example:8080" },
    { host: "localhost", origin: "http://[::1]:8080" },
  ];
  for (const sent of behind) {
    let message = "";
    try {
      change(sent);
    } catch (error) {
      message = Object(error).message;
    }
    expect(message).toContain(`"${sent.origin}"`);
    expect(message).toContain(`"${sent.host}"`);
    const setting = /ALLOWED_HOSTS=(\S+)\.$/.exec(message)?.[1] ?? "";
    expect(() => change(sent, { allowedHosts: [setting] })).not.toThrow();
  }
});

test("a name of ALLOWED_HOSTS is no leave for what else is served on that name", () => {
  const sent = { host: "127.0.0.1:3000", origin: "https://studio.example:8443" };
  expect(() => change(sent, { allowedHosts: ["studio.example"] })).toThrow("own pages");
  expect(() => change(sent, { allowedHosts: ["studio.example:8443"] })).not.toThrow();
});
