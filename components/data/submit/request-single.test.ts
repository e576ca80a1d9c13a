import { expect, onTestFinished, test, vi } from "vitest";
import { requestSingle } from "#components/data/submit/request-single.ts";

/** Answers the next request so, and resolves to its body. */
function answerWith(status: number, answer: object): Promise<unknown> {
  const asked = Promise.withResolvers<unknown>();
  vi.stubGlobal("fetch", async (_path: string, { body }: { body: string }) => {
    asked.resolve(JSON.parse(body));
    return Response.json(answer, { status });
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  return asked.promise;
}

test.each([
  ["requests.0.size", "size"],
  ["Idempotency-Key", "Idempotency-Key"],
])("a refusal of %s is about the composer's %s", async (field, own) => {
  const error = { code: "invalid_request", message: "No.", field };
  const asked = answerWith(422, { error });
  const pressing = requestSingle(
    { prompt: "a fox" },
    { key: "a-key-of-this-test", signal: new AbortController().signal },
  );

  await expect(pressing).rejects.toMatchObject({ status: 422, message: "No.", field: own });
  expect(await asked).toEqual({ kind: "single", requests: [{ prompt: "a fox" }] });
});
