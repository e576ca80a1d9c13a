import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { describeCurl } from "#components/viewer/copy/describe-curl.ts";

const parameters = {
  prompt: 'it\'s "a fox"; $(touch /tmp/x) `id`\n狐',
  model: "gpt-image-1",
  n: 4,
  size: "1024x1024",
};

const connection = {
  baseUrl: "https://gateway.example",
  baseUrlSource: "settings",
  endpoint: "https://gateway.example/v1/images/generations?v='1'&key=***1234",
  keyLast4: "9876",
  keySource: "settings",
  keyProblem: null,
  headers: [{ name: "X-Team", last4: "5555" }],
  headersSource: "settings",
  headersProblem: null,
  stream: true,
} as const;

/** What curl would be given by a shell in which the key and the header are set. */
function wordsOf(command: string): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }; ${command}`;
  const env = { ...process.env, MESHAPI_API_KEY: "a key", X_TEAM: "a team" };
  return execFileSync("sh", ["-c", script], { env }).toString().split("\0").slice(0, -1);
}

test("a shell gives curl the request for one picture, with its own key and headers, and runs nothing that a prompt says", () => {
  const [address, ...words] = wordsOf(
    describeCurl({ parameters, inputs: [] }, { kind: "meshapi", connection }),
  );
  expect(address).toBe(connection.endpoint);
  expect(words.filter((_, at) => at % 2 === 1).slice(0, 3)).toEqual([
    "Authorization: Bearer a key",
    "X-Team: a team",
    "Content-Type: application/json",
  ]);
  expect(JSON.parse(words.at(-1) ?? "")).toEqual({ ...parameters, n: 1 });
});

test("what is known of a secret is not told, and what went into the picture is named by its place", () => {
  const input = { role: "reference", blobHash: "0".repeat(64), imageId: null } as const;
  const command = describeCurl(
    { parameters, inputs: [input, input] },
    { kind: "openai", connection },
  );
  expect(command).not.toContain("9876");
  expect(command).not.toContain("5555");
  expect(command).toContain("Bearer $API_KEY");
  expect(command).toContain("REFERENCE_2");
});
