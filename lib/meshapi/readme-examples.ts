import type { MeshAPI } from "./client.ts";
import { isMeshAPIError } from "./failure/mesh-api-error.ts";

/** What the README shows. A test runs these, and compares their text with the README's. */
interface ExampleOptions {
  client: MeshAPI;
  console: { log(...values: unknown[]): void };
}

/** Asks for a picture and waits. */
export async function generate({ client, console }: ExampleOptions): Promise<void> {
  const result = await client.images.generate({
    model: "openai/gpt-image-2",
    prompt: "A watercolor of a fox in a snowy forest",
    n: 1,
    size: "1024x1024",
    quality: "high",
    output_format: "webp",
  });

  console.log(result.data[0]?.url);
}

/** Asks for a picture and watches it arrive. */
export async function stream({ client, console }: ExampleOptions): Promise<void> {
  for await (const chunk of client.images.stream({
    model: "openai/gpt-image-2",
    prompt: "A watercolor of a fox in a snowy forest",
    n: 1,
    size: "1024x1024",
    quality: "high",
    output_format: "webp",
  })) {
    if (chunk.status === "processing") {
      console.log("Generating...");
    } else if (chunk.data.length > 0) {
      console.log("Done:", chunk.data[0]?.url);
    }
  }
}

/** Lists the models and their prices. */
export async function list({ client, console }: ExampleOptions): Promise<void> {
  for (const model of await client.models.list({ type: "image" })) {
    console.log(model.id, model.pricing?.image_output_usd_per_image ?? "price unknown");
  }
}

/** Asks what was used, and what is left. */
export async function account({ client, console }: ExampleOptions): Promise<void> {
  const since = new Date(Date.now() - 86_400_000);
  const { events } = await client.usage.events({ since, until: new Date(), limit: 10 });
  const { available_usd } = await client.balance();

  console.log(events[0]?.request_id, events[0]?.cost_usd, available_usd);
}

/** Reacts to failure without buying twice. */
export async function fail({ client, console }: ExampleOptions): Promise<void> {
  try {
    await client.images.generate({ prompt: "A fox", model: "openai/unheard-of" });
  } catch (error) {
    if (!isMeshAPIError(error)) throw error;
    if (error.sent === "maybe") console.log("It may have been paid for: ask before trying again.");
    console.log(error.status, error.code, error.requestId);
  }
}
