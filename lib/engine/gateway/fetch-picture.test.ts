import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import { describe, expect, onTestFinished, test } from "vitest";
import {
  type FetchPictureOptions,
  fetchPicture,
} from "#lib/engine/gateway/fetch-picture.server.ts";

const picture = Buffer.from("the bytes of a picture");

/** A second address of this machine, which stands for one of the open internet. */
const publicAddress = "127.0.0.2";

const options: FetchPictureOptions = {
  signal: new AbortController().signal,
  gatewayOrigin: "https://gateway.example",
  overHttp: true,
  resolve: async () => [publicAddress],
  isPublic: (address) => address === publicAddress,
  waitsMs: [0, 0],
};

/** A server on every address of this machine, and what it was asked. */
async function serve(
  listener: RequestListener,
): Promise<{ port: number; requests: IncomingMessage[] }> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    listener(request, response);
  }).listen(0, "0.0.0.0");
  await once(server, "listening");
  onTestFinished(() => void server.close().closeAllConnections());

  const address = server.address();
  return { port: typeof address === "object" && address ? address.port : 0, requests };
}

describe("a picture on the open internet", () => {
  test("is fetched from the address that was checked, without credentials", async () => {
    const { port, requests } = await serve((_, response) => response.end(picture));

    const bytes = await fetchPicture(`http://pictures.example:${port}/a.png?sig=1`, options);

    expect(Buffer.from(bytes)).toEqual(picture);
    expect(requests[0]?.url).toBe("/a.png?sig=1");
    expect(requests[0]?.socket.localAddress).toBe(publicAddress);
    expect(requests[0]?.headers).toMatchObject({ host: `pictures.example:${port}` });
    expect(requests[0]?.headers).not.toHaveProperty("authorization");
  });

  test("is asked of the address that was looked up first, whatever the name server says later", async () => {
    const { port, requests } = await serve((_, response) => response.end(picture));
    const answers = [[publicAddress], ["127.0.0.1"]];
    const resolve = async () => answers.shift() ?? [];

    await fetchPicture(`http://rebinding.example:${port}/`, { ...options, resolve });

    expect(requests[0]?.socket.localAddress).toBe(publicAddress);
    expect(answers).toHaveLength(1);
  });

  test("is not asked for at all when one of its addresses is private", async () => {
    const { port, requests } = await serve((_, response) => response.end(picture));
    const resolve = async () => [publicAddress, "127.0.0.1"];

    const fetching = fetchPicture(`http://mixed.example:${port}/`, { ...options, resolve });

    await expect(fetching).rejects.toMatchObject({ code: "picture_unavailable" });
    expect(requests).toHaveLength(0);
  });

  test("is not asked for when its name has no address", async () => {
    const resolve = async () => [];

    await expect(fetchPicture("https://nowhere.example/", { ...options, resolve })).rejects.toThrow(
      "private network",
    );
  });

  test("is not fetched over plain http unless that is allowed", async () => {
    const fetching = fetchPicture("http://pictures.example/", { ...options, overHttp: false });

    await expect(fetching).rejects.toThrow("it is not https");
  });
});

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
      await expect(
        fetchPicture(`${scheme}://${host}/`, { ...rules, resolve }),
      ).rejects.toMatchObject({ name: "EngineError", code: "picture_unavailable" });
    }
    expect(lookups).toEqual([]);
  });

  test("also by a name", async () => {
    const { isPublic, resolve, ...rules } = options;

    await expect(fetchPicture("https://localhost/", rules)).rejects.toThrow("private network");
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
    await expect(fetchPicture(address, options)).rejects.toMatchObject({
      code: "picture_unavailable",
      message: expect.stringContaining("that Atelier does not ask"),
      sent: "answered",
      charged: "likely",
    });
  });
});

describe("redirects", () => {
  const hop: RequestListener = (request, response) => {
    const left = Number(request.url?.slice(1));
    if (left === 0) return response.end(picture);
    return response.writeHead(302, { location: `/${left - 1}` }).end();
  };

  test("are followed three times, and no further", async () => {
    const { port } = await serve(hop);
    const from = (hops: number) => fetchPicture(`http://pictures.example:${port}/${hops}`, options);

    expect(await from(3)).toHaveLength(picture.length);
    await expect(from(4)).rejects.toThrow("redirects too often");
  });

  test.each(["http://127.0.0.1:1/", "http://private.example:1/", "file:///etc/passwd", "http://["])(
    "to %s are refused, though the first address was good",
    async (location) => {
      const { port, requests } = await serve((_, response) =>
        response.writeHead(302, { location }).end(),
      );
      const resolve = async (name: string) =>
        name === "private.example" ? ["127.0.0.1"] : [publicAddress];

      await expect(
        fetchPicture(`http://pictures.example:${port}/`, { ...options, resolve }),
      ).rejects.toMatchObject({ code: "picture_unavailable" });
      expect(requests).toHaveLength(1);
    },
  );
});

describe("the gateway's own origin", () => {
  test("may be private and plain http", async () => {
    const { port } = await serve((_, response) => response.end(picture));
    const gatewayOrigin = `http://127.0.0.1:${port}`;

    const bytes = await fetchPicture(`${gatewayOrigin}/files/1`, {
      ...options,
      gatewayOrigin,
      overHttp: false,
    });

    expect(bytes).toHaveLength(picture.length);
  });

  test("means that very port and scheme", async () => {
    const { port } = await serve((_, response) => response.end(picture));
    const gatewayOrigin = `http://127.0.0.1:${port + 1}`;

    await expect(
      fetchPicture(`http://127.0.0.1:${port}/`, { ...options, gatewayOrigin }),
    ).rejects.toThrow("private network");
  });

  test("may not redirect into the private network beside it", async () => {
    const secret = await serve((_, response) => response.end("secret"));
    const { port } = await serve((_, response) =>
      response.writeHead(302, { location: `http://127.0.0.1:${secret.port}/` }).end(),
    );
    const gatewayOrigin = `http://127.0.0.1:${port}`;

    await expect(fetchPicture(gatewayOrigin, { ...options, gatewayOrigin })).rejects.toThrow(
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
      fetchPicture(`http://pictures.example:${port}/`, { ...options, gatewayOrigin }),
    ).rejects.toThrow("private network");
    expect(gateway.requests).toHaveLength(0);
  });
});

describe("a fetch that fails", () => {
  test("is tried three times while that may help", async () => {
    let tries = 0;
    const { port } = await serve((_, response) => {
      tries += 1;
      if (tries === 1) return response.destroy();
      if (tries === 2) return response.writeHead(503).end();
      return response.end(picture);
    });

    expect(await fetchPicture(`http://pictures.example:${port}/`, options)).toHaveLength(
      picture.length,
    );
    expect(tries).toBe(3);
  });

  test("three times is given up", async () => {
    const { port, requests } = await serve((_, response) => response.writeHead(500).end());

    await expect(fetchPicture(`http://pictures.example:${port}/`, options)).rejects.toMatchObject({
      code: "picture_unavailable",
      charged: "likely",
    });
    expect(requests).toHaveLength(3);
  });

  test.each([401, 403, 404, 410])(
    "by an expired address (%d) is not tried again",
    async (status) => {
      const { port, requests } = await serve((_, response) =>
        response.writeHead(status).end("gone"),
      );

      await expect(fetchPicture(`http://pictures.example:${port}/`, options)).rejects.toThrow(
        "has expired",
      );
      expect(requests).toHaveLength(1);
    },
  );

  test("by its size is given up in the middle, and not tried again", async () => {
    const { port, requests } = await serve((_, response) => {
      response.write(picture);
      response.write(picture);
    });

    await expect(
      fetchPicture(`http://pictures.example:${port}/`, { ...options, bytesMax: 30 }),
    ).rejects.toThrow("too large");
    expect(requests).toHaveLength(1);
  });

  test("by its time is tried again", async () => {
    const { port, requests } = await serve((_, response) => {
      if (requests.length === 1) response.write("and then silence");
      else response.end(picture);
    });

    const fetching = fetchPicture(`http://pictures.example:${port}/`, { ...options, tryMs: 300 });

    expect(await fetching).toHaveLength(picture.length);
  });

  test("because it was stopped closes the connection and says so", async () => {
    const stop = new AbortController();
    const closed = Promise.withResolvers<void>();
    const { port, requests } = await serve((request, response) => {
      request.socket.once("close", () => closed.resolve());
      response.write("a beginning", () => stop.abort());
    });

    await expect(
      fetchPicture(`http://pictures.example:${port}/`, { ...options, signal: stop.signal }),
    ).rejects.toMatchObject({ code: "stopped" });
    await closed.promise;
    expect(requests).toHaveLength(1);
  });
});
