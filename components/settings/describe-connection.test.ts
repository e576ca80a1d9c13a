import { expect, test } from "vitest";
import { describeConnection } from "#components/settings/describe-connection.ts";

const found = { tookMs: 41, takesRequests: true, streams: null };

test.each([
  [{ total: 5, image: 5 }, "Connected: 5 image models, answered in 41 ms."],
  [{ total: 900, image: 1 }, "Connected: 1 image model, answered in 41 ms."],
  [{ total: 5_000, image: 0 }, "Connected: 5,000 models, answered in 41 ms."],
  [{ total: 0, image: 0 }, "Connected: 0 models, answered in 41 ms."],
  [null, "Connected: it has no list of models, answered in 41 ms."],
])("%j is said as %s", (models, headline) => {
  expect(describeConnection({ ...found, models }).headline).toBe(headline);
});

test("where a name must be typed, it is said, and a doubt of the address where there is one", () => {
  expect(describeConnection({ ...found, models: { total: 3, image: 0 } }).hint).toContain(
    "None of them is told to be an image model",
  );
  expect(describeConnection({ ...found, models: null }).hint).toBe(
    "Type the model's name in the composer.",
  );
  expect(describeConnection({ ...found, models: null, takesRequests: null }).hint).toContain(
    "look at the address",
  );
});
