import { describe, expect, test } from "vitest";
import { fetchImage } from "#lib/engine/gateway/image-address/fetch-image.server.ts";
import { options, publicAddress } from "#lib/engine/gateway/image-address/test-fetch-options.ts";
import { serve } from "#lib/engine/gateway/test-server.ts";

const image = Buffer.from("the bytes of a picture");

/** In place of a picture, the address of its own by which the server was asked. */
const tellAddress: Parameters<typeof serve>[0] = ({ socket }, response) =>
  response.end(socket.localAddress);

describe("a picture on the open internet", () => {
  test("is fetched from the address that was checked, without credentials", async () => {
    const { port, requests } = await serve(tellAddress);

    const bytes = await fetchImage(`http://pictures.example:${port}/a.png?sig=1`, options);

    expect(Buffer.from(bytes).toString()).toBe(publicAddress);
    expect(requests[0]?.url).toBe("/a.png?sig=1");
    expect(requests[0]?.headers).toMatchObject({ host: `pictures.example:${port}` });
    expect(requests[0]?.headers).not.toHaveProperty("authorization");
  });

  test("is asked of the address that was looked up first, whatever the name server says later", async () => {
    const { port } = await serve(tellAddress);
    const answers = [[publicAddress], ["127.0.0.1"]];
    const resolve = async () => answers.shift() ?? [];

    const bytes = await fetchImage(`http://rebinding.example:${port}/`, { ...options, resolve });

    expect(Buffer.from(bytes).toString()).toBe(publicAddress);
    expect(answers).toHaveLength(1);
  });

  test("is not asked for at all when one of its addresses is private", async () => {
    const { port, requests } = await serve((_, response) => response.end(image));
    const resolve = async () => [publicAddress, "127.0.0.1"];

    const fetching = fetchImage(`http://mixed.example:${port}/`, { ...options, resolve });

    await expect(fetching).rejects.toMatchObject({ code: "picture_unavailable" });
    expect(requests).toHaveLength(0);
  });

  test("is not asked for when its name has no address", async () => {
    const resolve = async () => [];

    await expect(fetchImage("https://nowhere.example/", { ...options, resolve })).rejects.toThrow(
      "private network",
    );
  });

  test("is not fetched over plain http unless that is allowed", async () => {
    const fetching = fetchImage("http://pictures.example/", { ...options, overHttp: false });

    await expect(fetching).rejects.toThrow("it is not https");
  });
});

describe("a fetch that fails", () => {
  test("is tried three times while that may help", async () => {
    let tries = 0;
    const { port } = await serve((_, response) => {
      tries += 1;
      if (tries === 1) return response.destroy();
      if (tries === 2) return response.writeHead(503).end();
      return response.end(image);
    });

    expect(await fetchImage(`http://pictures.example:${port}/`, options)).toHaveLength(
      image.length,
    );
    expect(tries).toBe(3);
  });

  test("three times is given up", async () => {
    const { port, requests } = await serve((_, response) => response.writeHead(500).end());

    await expect(fetchImage(`http://pictures.example:${port}/`, options)).rejects.toMatchObject({
      code: "picture_unavailable",
      charged: "likely",
    });
    expect(requests).toHaveLength(3);
  });

  test.each([400, 401, 403, 404, 410, 416, 451])(
    "by an address that says there is nothing (%d) is tried again, for a minute at most",
    async (status) => {
      const { port, requests } = await serve((_, response) =>
        response.writeHead(status).end("gone"),
      );

      await expect(fetchImage(`http://pictures.example:${port}/`, options)).rejects.toMatchObject({
        code: "picture_unavailable",
        message: expect.stringContaining(`pictures.example:${port}`),
        mayPass: true,
        mayPassForMs: 60_000,
      });
      expect(requests).toHaveLength(3);
    },
  );

  test.each([403, 404, 425])(
    "by an address that is not ready yet (%d) ends as soon as it is",
    async (status) => {
      const { port, requests } = await serve((_, response) => {
        if (requests.length < 3) response.writeHead(status).end("not yet");
        else response.end(image);
      });

      const bytes = await fetchImage(`http://pictures.example:${port}/`, options);

      expect(bytes).toHaveLength(image.length);
    },
  );

  test("is tried for two seconds at least where nothing else is said", async () => {
    const from = Date.now();
    const { port } = await serve((_, response) => {
      if (Date.now() - from < 2_000) response.writeHead(404).end("not yet");
      else response.end(image);
    });
    const { waitsMs, ...rest } = options;

    expect(await fetchImage(`http://pictures.example:${port}/`, rest)).toHaveLength(image.length);
  });

  test("for want of a sign-in says so", async () => {
    const { port } = await serve((_, response) =>
      response.writeHead(403, { "www-authenticate": "Basic" }).end("who are you?"),
    );

    await expect(fetchImage(`http://pictures.example:${port}/`, options)).rejects.toThrow(
      "wants a sign-in",
    );
  });

  test.each([
    ["text/html", "<html><body>Sign in</body></html>"],
    ["image/png", "\ufeff\n<!DOCTYPE html><title>Sign in</title>"],
    ["text/html; charset=utf-8", "<!-- welcome --><html></html>"],
  ])("by a page in its place (%s) says so, and gives the page", async (contentType, page) => {
    const { port, requests } = await serve((_, response) =>
      response.writeHead(200, { "content-type": contentType }).end(page),
    );

    const failure = await fetchImage(`http://pictures.example:${port}/`, options).catch(
      (error: unknown) => error,
    );

    expect(failure).toMatchObject({
      code: "bad_picture",
      message: expect.stringMatching(/web page.*sign-in/),
      mayPass: false,
      answer: { contentType, isWhole: true },
    });
    expect(requests).toHaveLength(1);
  });

  test("by its size is given up in the middle, and not tried again", async () => {
    const { port, requests } = await serve((_, response) => {
      response.write(image);
      response.write(image);
    });

    await expect(
      fetchImage(`http://pictures.example:${port}/`, { ...options, bytesMax: 30 }),
    ).rejects.toThrow("too large");
    expect(requests).toHaveLength(1);
  });

  test("by its time is tried again", async () => {
    const { port, requests } = await serve((_, response) => {
      if (requests.length === 1) response.write("and then silence");
      else response.end(image);
    });

    const fetching = fetchImage(`http://pictures.example:${port}/`, { ...options, tryMs: 2_000 });

    expect(await fetching).toHaveLength(image.length);
  });

  test("because it was stopped closes the connection and says so", async () => {
    const stop = new AbortController();
    const closed = Promise.withResolvers<void>();
    const { port, requests } = await serve((request, response) => {
      request.socket.once("close", () => closed.resolve());
      response.write("a beginning", () => stop.abort());
    });

    await expect(
      fetchImage(`http://pictures.example:${port}/`, { ...options, signal: stop.signal }),
    ).rejects.toMatchObject({ code: "stopped" });
    await closed.promise;
    expect(requests).toHaveLength(1);
  });
});
