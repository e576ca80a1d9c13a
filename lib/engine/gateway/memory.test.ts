import { spawn } from "node:child_process";
import { once } from "node:events";
import { json } from "node:stream/consumers";
import { afterAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { startFakeGateway } from "#e2e/fake-gateway/start-fake-gateway.ts";

const gateway = await startFakeGateway();
afterAll(() => gateway.close());

const mb = 1024 * 1024;

/** Garbage waits for its collection, and that is as the collector likes. */
const generosity = 1.5;
/** Of compiling the code, and of the network's buffers. */
const besidesBytes = 60 * mb;

const foundSchema = z.object({
  images: z.array(z.number()),
  codes: z.array(z.string().nullable()),
  grownBytes: z.number(),
});

/** What a process found that asked for so many pictures at once. */
async function ask(prompt: string, { count = 1, answerMb }: { count?: number; answerMb: number }) {
  const child = spawn(
    process.execPath,
    ["lib/engine/gateway/test-memory.ts", gateway.url, prompt, `${count}`, `${answerMb * mb}`],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const [found] = await Promise.all([json(child.stdout), once(child, "close")]);
  return foundSchema.parse(found);
}

describe.skipIf(process.platform !== "linux")("the memory that an answer takes", () => {
  test.each([
    ["an event of 300 MB", "[[body:300]] a fox"],
    ["a JSON body of 1 GB", "[[body:1000]] [[json]] a fox"],
  ])("is bounded by ANSWER_MB_MAX, and no more of it is read: %s", async (_, prompt) => {
    const { images, codes, grownBytes } = await ask(prompt, { answerMb: 64 });

    expect(codes).toEqual(["bad_answer"]);
    expect(images).toEqual([]);
    expect(grownBytes).toBeLessThan(64 * mb * generosity + besidesBytes);
    await gateway.idle();
    expect(gateway.ledger().charges.at(-1)).toMatchObject({ state: "abandoned" });
  });

  test.each([
    ["in JSON", "[[body:14]] [[json]] a fox"],
    ["in an event of OpenAI", "[[body:14]] [[openai]] a fox"],
    ["in an event of MeshAPI", "[[body:14]] [[meshapi]] a fox"],
    ["as the body itself", "[[heavy:14]] [[image-body]] a fox"],
  ])("of one picture of 14 MB is a few times its size: %s", async (_, prompt) => {
    const { images, codes, grownBytes } = await ask(prompt, { answerMb: 64 });

    expect(codes).toEqual([null]);
    expect(images).toEqual([expect.toSatisfy((bytes) => bytes > 10 * mb)]);
    expect(grownBytes).toBeLessThan(3 * 14 * mb + besidesBytes);
  });

  test("of 50 answers at once is less than what they hold", async () => {
    const asking = ask("[[body:14]] [[hold-body:all]] a fox", { count: 50, answerMb: 16 });
    await gateway.reached("all");
    gateway.release("all");
    const { images, codes, grownBytes } = await asking;

    expect(codes).toEqual([null]);
    expect(images).toHaveLength(50);
    for (const bytes of images) expect(bytes).toBeGreaterThan(10 * mb);
    expect(grownBytes).toBeGreaterThan(50 * 10 * mb);
    expect(grownBytes).toBeLessThan(50 * 14 * mb * generosity + besidesBytes);
  });
});
