import { afterEach, expect, test } from "vitest";
import { generationRequestSchema } from "#lib/contract/batch-request.ts";
import {
  generationSelect,
  toGenerationView,
} from "#lib/generation/attempt/generation-record.server.ts";
import { createTestStudio, type TestStudio } from "#lib/generation/faults/test-studio.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";
import { openLog } from "#lib/platform/log/logger.server.ts";

/** A word that is in every prompt, and may be in no line of the log. */
const canary = "gelbschnabel";

const texts: [what: string, text: string][] = [
  ["32,000 characters", canary.padEnd(32_000, " fox")],
  ["32,000 characters outside of the first plane", canary + "🦊".repeat(15_994)],
  ["right-to-left letters and marks", `${canary} عربي \u202e\u2066עברית\u2069 ‏fox`],
  ["joined emoji and flags", `${canary} 👩‍👩‍👧 🏳️‍🌈 🇳🇵 e\u0301`],
  ["commands to a terminal", `${canary} \u001b[31mred\u001b[0m \u001b]0;title\u0007 \u009b2J`],
  ["newlines of every kind", `${canary}\r\n1\n2\r3\u2028 4\u2029 5\u0085 6\t\v\f`],
  [
    "quotes, and what other languages act upon",
    `${canary} '"\`\\ \${1} %s $$ </script> ' OR 1=1 --`,
  ],
  ["control characters", `${canary} \u0001\u0008\u007f\ufffe\ufeff`],
];

describeOnBothDatabases("a prompt", (open) => {
  let studio: TestStudio;
  const lines: string[] = [];
  const build = async () => {
    studio = await createTestStudio(await open());
    lines.length = 0;
    openLog({ level: "info", destination: { write: (line) => void lines.push(line) } });
    return studio;
  };
  afterEach(async () => {
    openLog({ level: "error" });
    await studio.close();
  });

  test.each(texts)(
    "of %s goes to the gateway and back as it was written, and into no log",
    async (_, text) => {
      const { submit, start, ended, gateway } = await build();
      const runner = await start();
      // As it comes over HTTP.
      const { prompt } = generationRequestSchema.parse(
        JSON.parse(JSON.stringify({ prompt: text })),
      );
      const { id } = await submit(prompt);
      const generation = await ended(id);
      await runner.close({ graceMs: 10_000 });

      expect(generation).toMatchObject({ state: "succeeded", prompt: text });
      expect(gateway.ledger().charges.map((charge) => charge.prompt)).toEqual([text]);
      expect(generation.images[0]?.revisedPrompt).toBe(`${text}, in soft light`);
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) {
        expect(line).not.toContain(canary);
        expect(JSON.parse(line)).toHaveProperty("message");
        // One line, and nothing in it that a terminal acts upon.
        expect(line).toMatch(/^[^\p{Cc}\u2028\u2029]*\n$/u);
      }
    },
  );

  test("that was taken before a rule forbade it hides none of what is listed with it", async () => {
    const {
      submit,
      context: { client },
    } = await build();
    const { id } = await submit("a fox");
    await client.$executeRaw`
      UPDATE "Generation" SET parameters = jsonb_set(parameters, '{prompt}', to_jsonb(chr(8203)))`;

    const generations = await client.generation.findMany({ select: generationSelect });
    expect(generations.map(toGenerationView)).toMatchObject([{ id }]);
  });
});

test.each([
  ["NUL", "a\0fox", "NUL"],
  ["the first half of a character alone", "a \ud83d fox", "broken character"],
  ["the second half alone", "a \udd8a fox", "broken character"],
  ["the halves in the wrong order", "a \udd8a\ud83d fox", "broken character"],
  ["32,001 characters", "x".repeat(32_001), "32,000"],
])("a prompt with %s is refused by name before anything is written", (_, text, word) => {
  const parsed = generationRequestSchema.safeParse(JSON.parse(JSON.stringify({ prompt: text })));

  expect(parsed.error?.issues).toMatchObject([
    { path: ["prompt"], message: expect.stringContaining(word) },
  ]);
});
