import { expect, test } from "vitest";
import { readChunk } from "#lib/engine/gateway/answer/read-chunk.ts";
import { createBill } from "#lib/engine/gateway/answer/sum-bill.ts";

const chunk = { status: "completed", requestId: "req_1", leftOut: 0 } as const;
const item = { b64_json: Buffer.from("a picture").toString("base64") };

test("what an answer of several pictures cost is counted once", () => {
  const events = [
    ...readChunk({ ...chunk, data: [item, item], usage: { cost: 0.08 } }, createBill()),
  ];

  expect(events).toMatchObject([{ costMicros: 80_000 }, { costMicros: 0 }]);
});

test("a picture that cannot be read does not take the others with it", () => {
  const events = [...readChunk({ ...chunk, data: [{ b64_json: "!" }, item] }, createBill())];

  expect(events).toMatchObject([{ type: "picture", source: { type: "bytes" } }]);
});

test("pictures that are left out are told of with those that are kept", () => {
  const [event] = [...readChunk({ ...chunk, data: [item, item], leftOut: 2_968 }, createBill())];

  expect(event).toMatchObject({
    delivered: {
      notes: [{ code: "left_out", parameters: { kept: 32, count: 2_968 } }],
    },
  });
});

test("a sketch that cannot be read, or is only an address, is passed over", () => {
  const partials = [{ b64_json: "!" }, { url: "https://pictures.example/1" }, item];
  const sketches = partials.map((image, index) => ({ index, image }));

  const events = [
    ...readChunk({ ...chunk, status: "partial", data: [], partials: sketches }, createBill()),
  ];
  expect(events).toEqual([{ type: "partial", bytes: Buffer.from("a picture") }]);
});

test("a sketch that is as large as a photograph is passed over: it is not worth the memory", () => {
  const image = { bytes: new Uint8Array(8 * 1024 * 1024 + 1) };
  const partials = [{ index: 0, image }];

  expect([...readChunk({ ...chunk, status: "partial", data: [], partials }, createBill())]).toEqual(
    [],
  );
});
