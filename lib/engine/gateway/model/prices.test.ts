import { expect, test } from "vitest";
import { toEngineModels } from "#lib/engine/gateway/model/to-engine-model.ts";
import { modelsSchema } from "#lib/meshapi/models.ts";

const perImage = { pricing_unit: "per_image", output_usd_per_unit: "0.04" };
const perToken = { pricing_unit: "per_1m_tokens", output_usd_per_unit: "30" };

test.each([
  [perImage, 40_000],
  [{ ...perImage, pricing_unit: "per image" }, 40_000],
  [{ ...perImage, pricing_unit: "Per-Images" }, 40_000],
  [{ ...perImage, pricing_unit: "image" }, 40_000],
  [{ ...perImage, pricing_unit: "per_1k_images" }, null],
  [{ ...perImage, output_usd_per_unit: "0", request_usd: "0.05" }, 50_000],
  [{ ...perImage, discount_pct: "10%" }, 36_000],
  [{ ...perToken, request_usd: "0" }, null],
  [{ ...perToken, request_usd: "0.001" }, null],
  [{ prompt_usd_per_1m: "5", completion_usd_per_1m: "30", request_usd: "0.001" }, null],
  [{ ...perImage, request_usd: "0.001" }, 40_000],
  [{ request_usd: "0.05", image_input_usd_per_image: "0.01" }, 50_000],
  [{ ...perToken, image_output_usd_per_image: "0" }, null],
  [{ image_output_usd_per_image: "0", completion_usd_per_1m: "30" }, null],
  [{ image_output_usd_per_image: "0", prompt_usd_per_1m: "0" }, 0],
  [{ ...perImage, output_usd_per_unit: "3000" }, null],
  [{ ...perImage, output_usd_per_unit: "-0.04" }, null],
  [{ ...perImage, output_usd_per_unit: "1e300" }, null],
  [{ request_usd: "3000", completion_usd_per_1m: "30" }, null],
  [{ request_usd: "0", image_output_usd_per_image: "$0.04" }, null],
  [{ request_usd: "0", image_output_usd_per_image: "3000" }, null],
  [{ image_output_usd_per_image: "0", completion_usd_per_1m: "see website" }, null],
  [{ request_usd: "0", image_output_usd_per_image: ".04" }, 40_000],
  [{ request_usd: "0", image_output_usd_per_image: "" }, 0],
])("the price of %j is %j, and only nought is free", (pricing, micros) => {
  const models = modelsSchema.parse([{ id: "image-1", model_type: "image", pricing }]);

  expect(toEngineModels(models)[0]).toMatchObject({
    pricePerImageMicros: micros,
    isFree: micros === 0,
  });
});

test.each([false, "false"])(
  "a model that is said to cost (is_free: %j), and has no price but nought, has none that is known",
  (is_free) => {
    const pricing = { image_output_usd_per_image: "0" };
    const models = modelsSchema.parse([{ id: "image-1", is_free, pricing }]);

    expect(toEngineModels(models)[0]).toMatchObject({ isFree: false, pricePerImageMicros: null });
  },
);
