import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { GET } from "#app/api/blobs/[hash]/[variant]/route.ts";
import { POST } from "#app/api/blobs/route.ts";
import { testPicture } from "#app/api/test-picture.ts";
import { ownRequest } from "#app/api/test-request.ts";
import { makeRows } from "#app/api/test-rows.ts";
import { openTestServices } from "#app/api/test-services.ts";
import { answerSchemas } from "#lib/contract/answers.ts";
import { errorAnswerSchema } from "#lib/contract/error-answer.ts";
import type { Services } from "#lib/services/services.server.ts";

let services: Services;

beforeAll(async () => {
  const studio = await openTestServices({ PICTURE_MB_MAX: "1" });
  services = studio.services;
  return studio.close;
});

const noParams = { params: Promise.resolve({}) };
const send = (type: string, body: BodyInit) =>
  POST(ownRequest("POST", { headers: { "content-type": type }, body }), noParams);
const look = (hash: string, variant: string) =>
  GET(ownRequest("GET"), { params: Promise.resolve({ hash, variant }) });

test("a picture that was sent is served as it is kept, and small", async () => {
  const file = await testPicture(800, 8);
  const response = await send("image/png", new Uint8Array(file));
  expect(response.status).toBe(201);
  const { upload } = answerSchemas["POST /api/blobs"].parse(await response.json());

  const original = await look(upload.hash, "original");
  expect(Buffer.from(await original.arrayBuffer())).toEqual(file);
  const small = await look(upload.hash, "320");
  expect(small.headers.get("content-type")).toBe("image/webp");
  expect(small.headers.get("content-security-policy")).toContain("sandbox");
  expect((await sharp(Buffer.from(await small.arrayBuffer())).metadata()).width).toBe(320);
});

test.each([
  ["a form", "multipart/form-data; boundary=x", "x", 415, undefined],
  ["a plain text", "text/plain", "x", 415, undefined],
  ["JSON", "application/json", "{}", 415, undefined],
  ["no picture, whatever it is called", "image/png", "not a picture", 415, "file"],
  ["an SVG", "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'/>", 415, "file"],
  ["nothing", "image/png", "", 422, "file"],
  ["a damaged picture", "image/png", `\x89PNG\r\n\x1a\n${"0".repeat(99)}`, 422, "file"],
  ["too much", "image/png", "x".repeat(1024 * 1024 + 1), 413, "file"],
])("%s is refused, with what to do", async (_name, type, text, status, field) => {
  const response = await send(type, Buffer.from(text, "latin1"));
  const { error } = errorAnswerSchema.parse(await response.json());
  expect([response.status, error.field]).toEqual([status, field]);
  expect(error.message).toMatch(/\S\. \S|^Send/);
});

test.each(["..", "0".repeat(63), "A".repeat(64), ""])("%j is no picture's name", async (hash) => {
  expect((await look(hash, "320")).status).toBe(404);
});

test("somebody else's picture is not there, though its hash is known", async () => {
  await makeRows(services.database.client);
  expect((await look("0".repeat(64), "original")).status).toBe(404);
});
