import { expect, test } from "vitest";
import { describeConnection } from "#components/settings/gateway/describe-connection.ts";
import { english as t } from "#messages/english.server.ts";

const found = { tookMs: 41, takesRequests: true, streams: null };

test.each([
  [{ total: 5, image: 5 }, "Connected: 5 image models, answered in 41 ms."],
  [{ total: 900, image: 1 }, "Connected: 1 image model, answered in 41 ms."],
  [{ total: 5_000, image: 0 }, "Connected: 5,000 models, answered in 41 ms."],
  [{ total: 0, image: 0 }, "Connected: 0 models, answered in 41 ms."],
  [null, "Connected: it has no list of models, answered in 41 ms."],
])("%j is said as %s", (models, headline) => {
  expect(describeConnection({ ...found, models }, t)).toMatchObject({ tone: "success", headline });
});

test("where a name must be typed, it is said, and a doubt of the address where there is one", () => {
  expect(describeConnection({ ...found, models: { total: 3, image: 0 } }, t).hint).toContain(
    "None of them is told to be an image model",
  );
  expect(describeConnection({ ...found, models: null }, t).hint).toBe(
    "Type the model's name in the composer.",
  );
});

test("an address at which no pictures can be asked for is a warning, whatever else answers there", () => {
  const nothing = { ...found, takesRequests: false };
  expect(describeConnection({ ...nothing, models: null }, t)).toEqual({
    tone: "warning",
    headline: "Something answered, but no images API was found there: look at the address.",
    hint: null,
  });
  expect(describeConnection({ ...nothing, models: { total: 5, image: 0 } }, t)).toEqual({
    tone: "warning",
    headline: "Something answered, but no images API was found there: look at the address.",
    hint: "It lists 5 models.",
  });
});

test("what said neither yes nor no is no success", () => {
  expect(describeConnection({ ...found, models: null, takesRequests: null }, t)).toEqual({
    tone: "warning",
    headline: "Something answered, but whether it makes pictures cannot be told for nothing.",
    hint: "Type the model's name in the composer. If no picture comes, look at the address.",
  });
  const listed = { ...found, models: { total: 5, image: 5 }, takesRequests: null };
  expect(describeConnection(listed, t).tone).toBe("success");
});
