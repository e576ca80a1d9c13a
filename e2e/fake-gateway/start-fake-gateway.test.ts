import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { afterEach, describe, expect, test } from "vitest";
import type { LedgerView } from "./ledger.ts";
import { scenarios } from "./scenarios.ts";
import { type FakeGateway, startFakeGateway } from "./start-fake-gateway.ts";
import type { FakeGatewayOptions } from "./state.ts";

const gateways: FakeGateway[] = [];

afterEach(async () => {
  await Promise.all(gateways.splice(0).map((gateway) => gateway.close()));
});

async function start(options: FakeGatewayOptions = {}): Promise<FakeGateway> {
  const gateway = await startFakeGateway(options);
  gateways.push(gateway);
  return gateway;
}

function ask(
  { url, apiKey }: FakeGateway,
  body: object,
  { key = apiKey, idempotencyKey = "one" } = {},
): Promise<Response> {
  return fetch(`${url}/v1/images/generations`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${key}`,
      "content-type": "application/json",
      "idempotency-key": idempotencyKey,
    },
    body: JSON.stringify({ size: "64x64", ...body }),
  });
}

/** The events of a stream that has ended. */
async function eventsOf(response: Response) {
  const blocks = (await response.text()).split("\n\n").filter((block) => block.includes("data: "));

  return blocks.map((block) => {
    const data = block.slice(block.indexOf("data: ") + 6);
    return data === "[DONE]" ? data : JSON.parse(data);
  });
}

describe("pictures", () => {
  test.each([
    ["png", "320x200"],
    ["jpeg", "200x320"],
    ["webp", "64x64"],
  ] as const)("a %s of %s has exactly that format and size", async (output_format, size) => {
    const gateway = await start();
    const answer = await ask(gateway, { prompt: "[[b64]] a fox", size, output_format });
    const { data } = await answer.json();
    const picture = await sharp(Buffer.from(data[0].b64_json, "base64")).metadata();

    expect({ format: picture.format, size: `${picture.width}x${picture.height}` }).toEqual({
      format: output_format,
      size,
    });
  });

  test("the same prompt and seed draw the same picture, another seed another", async () => {
    const gateway = await start();
    const pictureOf = async (body: object) => {
      const answer = await ask(gateway, { prompt: "[[b64]] a fox", ...body });
      return (await answer.json()).data[0].b64_json;
    };

    const first = await pictureOf({ seed: 1 });
    expect(await pictureOf({ seed: 1 })).toBe(first);
    expect(await pictureOf({ seed: 2 })).not.toBe(first);
    expect(await pictureOf({})).not.toBe(await pictureOf({}));
  });

  test("with grain a picture's file is as large as a model's", async () => {
    const gateway = await start();
    const answer = await ask(gateway, { prompt: "[[grain]] [[b64]] a fox", size: "1024x1024" });
    const picture = Buffer.from((await answer.json()).data[0].b64_json, "base64");

    expect(await sharp(picture).metadata()).toMatchObject({ width: 1024, height: 1024 });
    expect(picture.length).toBeGreaterThan(1_000_000);
  });

  test("an address is served by the gateway itself, and may have expired", async () => {
    const gateway = await start();
    const fetchPicture = async (prompt: string) => {
      const answer = await ask(gateway, { prompt, model: "bytedance/seedream-4" });
      return fetch((await answer.json()).data[0].url);
    };

    const picture = await fetchPicture("a fox");
    expect(picture.headers.get("content-type")).toBe("image/png");
    expect((await sharp(await picture.arrayBuffer()).metadata()).width).toBe(64);
    expect((await fetchPicture("[[expired]] a fox")).status).toBe(403);
  });
});

describe("streams", () => {
  test("MeshAPI's dialect says processing, pings, gives the data and says [DONE]", async () => {
    const gateway = await start();
    const answer = await ask(gateway, { prompt: "a fox", stream: true, n: 2 });
    const events = await eventsOf(answer);

    expect(answer.headers.get("content-type")).toBe("text/event-stream");
    expect(events).toMatchObject([
      { object: "image.chunk", status: "processing", data: [], model: "openai/gpt-image-1" },
      {
        object: "image.chunk",
        data: [{ url: expect.stringMatching(/^data:image\/png;base64,/) }, {}],
      },
      "[DONE]",
    ]);
  });

  test("OpenAI's dialect is spoken where partial pictures are asked of a model that has them", async () => {
    const gateway = await start();
    const events = await eventsOf(
      await ask(gateway, { prompt: "a fox", stream: true, partial_images: 2 }),
    );

    expect(events).toMatchObject([
      { type: "image_generation.partial_image", partial_image_index: 0 },
      { type: "image_generation.partial_image", partial_image_index: 1 },
      { type: "image_generation.completed", b64_json: expect.any(String), usage: {} },
    ]);
  });

  test("a truncated stream ends in the middle of the picture, and is charged", async () => {
    const gateway = await start();
    const answer = await ask(gateway, { prompt: "[[truncate]] a fox", stream: true });

    await expect(answer.text()).rejects.toThrow();
    expect(gateway.ledger().charges).toMatchObject([{ state: "cut", amountMicros: 42_000 }]);
  });
});

describe("the ledger", () => {
  test("each picture is charged once for each request, the same key or not", async () => {
    const gateway = await start();
    await ask(gateway, { prompt: "a fox", n: 2 }).then((answer) => answer.text());
    await ask(gateway, { prompt: "a fox" }).then((answer) => answer.text());
    const ledger: LedgerView = await fetch(`${gateway.url}/__ledger`).then((answer) =>
      answer.json(),
    );

    expect(ledger.charges).toMatchObject([
      { idempotencyKey: "one", images: 2, amountMicros: 84_000, state: "delivered" },
      { idempotencyKey: "one", images: 1, amountMicros: 42_000, state: "delivered" },
    ]);
    expect(ledger.totalMicros).toBe(126_000);
    expect(ledger).toEqual(gateway.ledger());
  });

  test("a charge says when its answer was given to the end", async () => {
    const gateway = await start();
    const answer = await ask(gateway, { prompt: "[[hold-body:half]] a fox" });
    await gateway.reached("half");
    expect(gateway.ledger().charges).toMatchObject([{ state: "making", endedAt: null }]);

    gateway.release("half");
    await answer.text();
    await gateway.idle();
    const [charge] = gateway.ledger().charges;
    expect(Date.parse(charge?.endedAt ?? "")).toBeGreaterThanOrEqual(
      Date.parse(charge?.chargedAt ?? ""),
    );
  });

  test("a refusal is logged and not charged, unless the marker says so", async () => {
    const gateway = await start();
    await ask(gateway, { prompt: "[[fail:500]] a fox" });
    expect(gateway.ledger()).toMatchObject({ charges: [], requests: [{}] });

    await ask(gateway, { prompt: "[[fail:500 charged]] a fox" });
    expect(gateway.ledger().charges).toHaveLength(1);
  });

  test("a client that leaves is seen, and has paid", async () => {
    const gateway = await start();
    const leaving = new AbortController();
    const answer = await fetch(`${gateway.url}/v1/images/generations`, {
      method: "POST",
      headers: { authorization: `Bearer ${gateway.apiKey}` },
      body: JSON.stringify({ prompt: "[[hold-picture:gone]] a fox", stream: true, size: "64x64" }),
      signal: leaving.signal,
    });
    await gateway.reached("gone");
    leaving.abort();
    await expect(answer.text()).rejects.toThrow();

    await gateway.idle();
    expect(gateway.ledger().charges).toMatchObject([{ state: "abandoned" }]);
  });
});

describe("scenarios", () => {
  test("a held request waits for its release, by call and over HTTP", async () => {
    const gateway = await start();
    const steps: string[] = [];
    const first = ask(gateway, { prompt: "[[hold:a]] a fox" }).then(() => steps.push("answered"));
    await gateway.reached("a");
    steps.push("released");
    gateway.release("a");
    await first;
    expect(steps).toEqual(["released", "answered"]);

    const second = ask(gateway, { prompt: "[[hold-body:b]] a fox", stream: true });
    await fetch(`${gateway.url}/__reached/b`);
    await fetch(`${gateway.url}/__release/b`, { method: "POST" });
    expect(await eventsOf(await second)).toHaveLength(3);
  });

  test("a fault marked once is gone at the second request", async () => {
    const gateway = await start();
    const body = { prompt: "[[once:429 retry-after=2]] a fox" };
    const refused = await ask(gateway, body);

    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("2");
    expect((await ask(gateway, body)).status).toBe(200);
    expect(gateway.ledger().charges).toHaveLength(1);
  });

  test("a marker that is no scenario is refused by name", async () => {
    const answer = await ask(await start(), { prompt: "[[trunkate]] a fox" });

    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("trunkate");
  });

  test("every scenario's example answers, or ends, as one request", async () => {
    const gateway = await start();
    const endless = new Set([
      "hang",
      "silence",
      "pings",
      "hold",
      "hold-picture",
      "hold-body",
      "huge",
    ]);
    const names = [...scenarios.keys()].filter((name) => !endless.has(name));

    await Promise.allSettled(
      names.map(async (name) => {
        const answer = await ask(gateway, {
          prompt: scenarios.get(name)?.example ?? "",
          stream: true,
        });
        await answer.text();
      }),
    );

    expect(gateway.ledger().requests.filter(({ path }) => path.startsWith("/v1"))).toHaveLength(
      names.length,
    );
  });

  test("the README's table and the scenarios are the same", async () => {
    const readme = await readFile(new URL("./README.md", import.meta.url), "utf8");
    const rows = [...readme.matchAll(/^\| `(\[\[.*\]\])` +\| (.*?) +\|$/gm)];

    expect(rows.map(([, example, what]) => ({ example, what }))).toEqual(
      [...scenarios.values()].map(({ example, what }) => ({ example, what })),
    );
  });
});

describe("the real checks", () => {
  test.each([
    [{ prompt: "a fox" }, { key: "rsk_wrong" }, 401, "unauthorized"],
    [{ prompt: "a fox" }, { key: "rsk_broke" }, 402, "spend_limit_exceeded"],
    [{ prompt: "a fox", model: "openai/unheard-of" }, {}, 404, "model_not_found"],
    [{ prompt: "a fox", n: 11 }, {}, 422, "validation_error"],
    [{ prompt: "a fox", colour: "red" }, {}, 422, "validation_error"],
    [{}, {}, 422, "validation_error"],
  ])(
    "%j with %j answers %i %s, in MeshAPI's shape and with its id",
    async (body, as, status, code) => {
      const gateway = await start();
      const answer = await ask(gateway, body, as);
      const id = answer.headers.get("x-request-id");

      expect(answer.status).toBe(status);
      expect(await answer.json()).toMatchObject({ error: { code }, request_id: id });
      expect(gateway.ledger().charges).toEqual([]);
    },
  );

  test.each([
    ["array", (list: unknown) => list],
    ["data", (list: { data: unknown }) => list.data],
  ] as const)("the models come as %s, with their prices as strings", async (modelList, unwrap) => {
    const { url, apiKey } = await start({ modelList });
    const answer = await fetch(`${url}/v1/models?type=image`, {
      headers: { authorization: `Bearer ${apiKey}` },
    });

    expect(unwrap(await answer.json())).toContainEqual(
      expect.objectContaining({
        id: "vertex/imagen-3",
        pricing: expect.objectContaining({ image_output_usd_per_image: "0.04", request_usd: null }),
      }),
    );
  });
});
