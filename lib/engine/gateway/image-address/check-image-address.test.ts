import { describe, expect, test } from "vitest";
import { fetchImage } from "#lib/engine/gateway/image-address/fetch-image.server.ts";
import { options, publicAddress } from "#lib/engine/gateway/image-address/test-fetch-options.ts";
import { serve } from "#lib/engine/gateway/test-server.ts";

const image = Buffer.from("the bytes of a picture");

describe("an address of a private network is refused before anything is sent", () => {
  test.each([
    "127.0.0.1",
    "127.1",
    "127.0.0.1.",
    "2130706433",
    "017700000001",
    "0x7f.1",
    "0x7f000001",
    "0177.0.0.1",
    "0",
    "0.0.0.0",
    "10.0.0.1",
    "169.254.169.254",
    "2852039166",
    "192.168.0.1",
    "100.64.0.1",
    "①②⑦.⓪.⓪.①",
    "127。0。0。1",
    "%31%32%37.0.0.1",
    "[::]",
    "[::1]",
    "[0:0:0:0:0:0:0:1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::127.0.0.1]",
    "[64:ff9b::127.0.0.1]",
    "[2002:7f00:1::]",
    "[fe80::1]",
    "[fd00::1]",
    "[fec0::1]",
    "[ff02::1]",
  ])("https://%s/", async (host) => {
    const lookups: string[] = [];
    const { isPublic, ...rules } = options;
    const resolve = async (name: string) => {
      lookups.push(name);
      return [publicAddress];
    };

    for (const scheme of ["https", "http"]) {
      await expect(fetchImage(`${scheme}://${host}/`, { ...rules, resolve })).rejects.toMatchObject(
        { name: "EngineError", code: "picture_unavailable" },
      );
    }
    expect(lookups).toEqual([]);
  });

  test("also by a name", async () => {
    const { isPublic, resolve, ...rules } = options;

    await expect(fetchImage("https://localhost/", rules)).rejects.toThrow("private network");
  });

  test.each([
    "file:///etc/passwd",
    "ftp://pictures.example/a.png",
    "data:image/png;base64,AAAA",
    "https://user:password@pictures.example/",
    "gopher://127.0.0.1/",
    "/a.png",
    "",
  ])("and so is %j", async (address) => {
    await expect(fetchImage(address, options)).rejects.toMatchObject({
      code: "picture_unavailable",
      message: expect.stringContaining("that Atelier does not ask"),
      sent: "answered",
      charged: "likely",
    });
  });
});

describe("the gateway's own origin", () => {
  test("may be private and plain http", async () => {
    const { port } = await serve((_, response) => response.end(image));
    const gatewayOrigin = `http://127.0.0.1:${port}`;

    const bytes = await fetchImage(`${gatewayOrigin}/files/1`, {
      ...options,
      gatewayOrigin,
      overHttp: false,
    });

    expect(bytes).toHaveLength(image.length);
  });

  test("means that very port and scheme", async () => {
    const { port } = await serve((_, response) => response.end(image));
    const gatewayOrigin = `http://127.0.0.1:${port + 1}`;

    await expect(
      fetchImage(`http://127.0.0.1:${port}/`, { ...options, gatewayOrigin }),
    ).rejects.toThrow("private network");
  });

  test("may not redirect into the private network beside it", async () => {
    const secret = await serve((_, response) => response.end("secret"));
    const { port } = await serve((_, response) =>
      response.writeHead(302, { location: `http://127.0.0.1:${secret.port}/` }).end(),
    );
    const gatewayOrigin = `http://127.0.0.1:${port}`;

    await expect(fetchImage(gatewayOrigin, { ...options, gatewayOrigin })).rejects.toThrow(
      "private network",
    );
    expect(secret.requests).toHaveLength(0);
  });

  test("is closed to a stranger's redirect", async () => {
    const gateway = await serve((_, response) => response.end("secret"));
    const gatewayOrigin = `http://127.0.0.1:${gateway.port}`;
    const { port } = await serve((_, response) =>
      response.writeHead(302, { location: gatewayOrigin }).end(),
    );

    await expect(
      fetchImage(`http://pictures.example:${port}/`, { ...options, gatewayOrigin }),
    ).rejects.toThrow("private network");
    expect(gateway.requests).toHaveLength(0);
  });
});

describe("a host that the operator listed", () => {
  test.each([
    ["127.0.0.1", "by its name alone, at any port"],
    ["127.0.0.1:PORT", "with its port"],
  ])("may be private and plain http: %s (%s)", async (listed) => {
    const { port } = await serve((_, response) => response.end(image));

    const bytes = await fetchImage(`http://127.0.0.1:${port}/a.png`, {
      ...options,
      overHttp: false,
      resultHosts: [listed.replace("PORT", String(port))],
    });

    expect(bytes).toHaveLength(image.length);
  });

  test("may be a name that leads into the private network", async () => {
    const { port } = await serve((_, response) => response.end(image));
    const resolve = async () => ["127.0.0.1"];
    const resultHosts = ["images.lan"];

    const bytes = await fetchImage(`http://images.lan:${port}/a.png`, {
      ...options,
      overHttp: false,
      resultHosts,
      resolve,
    });

    expect(bytes).toHaveLength(image.length);
  });

  test("opens nothing beside it: no other port, name or address", async () => {
    const rules = { ...options, overHttp: false, resultHosts: ["127.0.0.1:1"] };

    for (const address of ["http://127.0.0.1:2/", "http://localhost:1/", "http://127.0.0.2:1/"]) {
      await expect(fetchImage(address, rules)).rejects.toThrow("that Atelier does not ask");
    }
  });

  test("is closed to a stranger's redirect", async () => {
    const own = await serve((_, response) => response.end("secret"));
    const { port } = await serve((_, response) =>
      response.writeHead(302, { location: `http://127.0.0.1:${own.port}/` }).end(),
    );

    await expect(
      fetchImage(`http://pictures.example:${port}/`, {
        ...options,
        resultHosts: ["127.0.0.1"],
      }),
    ).rejects.toThrow("private network");
    expect(own.requests).toHaveLength(0);
  });
});

test.each([
  ["http://10.0.0.7:8080/a.png", "set RESULT_HOSTS=10.0.0.7:8080,"],
  ["http://pictures.example/a.png", "set RESULT_HOSTS=pictures.example, or RESULTS_OVER_HTTP=true"],
])("what is refused (%s) names the host and the setting that would allow it", async (...row) => {
  const [address, words] = row;

  await expect(fetchImage(address, { ...options, overHttp: false })).rejects.toThrow(words);
});
