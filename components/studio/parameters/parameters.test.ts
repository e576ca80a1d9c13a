import { expect, test } from "vitest";
import { draftOf, emptyDraft } from "#components/studio/draft/composer-draft.ts";
import { draftToRequest } from "#components/studio/draft/draft-to-request.ts";
import { describeSettings } from "#components/studio/parameters/describe-settings.ts";
import { fieldParameters, settingsOf } from "#components/studio/parameters/field-parameters.ts";
import { anyModel } from "#components/studio/parameters/model/model-of.ts";
import { controlOf } from "#components/studio/parameters/parameter-controls.ts";
import { imageRequestSchema } from "#lib/engine/image-request.ts";
import { parameterNames, parameterTable } from "#lib/engine/parameters.ts";
import { requestWith } from "#lib/engine/test-parameters.ts";
import { english as t } from "#messages/english.server.ts";

test.each(parameterNames)(
  "%s is taken, and comes back from the composer as it was asked for",
  (name) => {
    const request = requestWith(name);
    expect(imageRequestSchema.parse(request)).toEqual(request);
    expect(draftToRequest(draftOf(request), anyModel)).toEqual(request);
  },
);

test.each(parameterNames)("%s is left out by a model that does not take it", (name) => {
  const model = { ...anyModel, parameters: parameterNames.filter((other) => other !== name) };
  expect(draftToRequest(draftOf(requestWith(name)), model)).toEqual({ prompt: "a fox" });
});

test("of a choice, what a model does not take is not offered, not shown and not sent", () => {
  const model = { ...anyModel, values: { quality: ["auto", "standard", "hd"] } };
  const control = controlOf("quality", t, model.values.quality);
  expect(control.type === "choice" && control.options.map(([value]) => value)).toEqual([
    "",
    "standard",
    "hd",
  ]);
  const draft = { ...emptyDraft, prompt: "a fox", quality: "high" };
  expect(describeSettings(draft, model, t)).toBe("");
  expect(draftToRequest(draft, model)).toEqual({ prompt: "a fox" });
  expect(draftToRequest({ ...draft, quality: "hd" }, model)).toMatchObject({ quality: "hd" });
});

test("what the shape sets stands in no other field, and what nobody knows the values of does", () => {
  const values = { aspect_ratio: ["1:1", "16:9"], resolution: ["1K", "2K"] };
  const names = ["aspect_ratio", "resolution"] as const;
  expect(settingsOf({ ...anyModel, values })).not.toEqual(expect.arrayContaining([...names]));
  expect(settingsOf(anyModel)).toEqual(expect.arrayContaining([...names]));
});

test("what a field offers is what the request takes", () => {
  for (const name of fieldParameters()) {
    const control = controlOf(name, t);
    const row = parameterTable[name];
    if (control.type !== "choice" || row.kind !== "choice") continue;
    const offered = control.options.map(([value]) => value);
    // "Not set" is what "auto" says.
    expect(offered).toEqual(["", ...row.values.filter((value) => value !== "auto")]);
  }
  const ranges = [
    ["seed", "-2", "The seed is from -1 to 2,147,483,647."],
    ["guidance_scale", "10.5", "The guidance is from 1 to 10."],
    ["frame_count", "2.5", "The number of frames is a whole number."],
    ["partial_images", "x", "The number of previews is a whole number."],
  ] as const;
  for (const [name, text, message] of ranges) {
    const request = draftToRequest({ ...emptyDraft, prompt: "a fox", [name]: text }, anyModel);
    expect(imageRequestSchema.safeParse(request).error?.issues).toMatchObject([
      { path: [name], message },
    ]);
  }
});
