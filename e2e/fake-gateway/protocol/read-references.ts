import sharp from "sharp";
import { type Exchange, sendError } from "./exchange.ts";
import type { FakeModel } from "./models.ts";

/** What the edge lets through; above it an HTML page says so, and nothing is logged or billed. */
export const bodyBytesMax = 32 * 1024 * 1024;

const types = ["png", "jpeg", "webp"];

/**
 * The pictures of a request's field `image`, in their order; none for none. Null where one is refused, which is then answered: a model
 * that looks at none, more than it takes, a remote address, and what is no PNG, JPEG or WebP of the type that it is called.
 */
export async function readReferences(
  exchange: Exchange,
  { image, model }: { image: string | string[] | undefined; model: FakeModel },
): Promise<Buffer[] | null> {
  const given = image === undefined ? [] : [image].flat();
  const refuse = (code: string, message: string) => {
    sendError(exchange, 422, { code, message });
    return null;
  };
  if (given.length > 0 && model.referencesMax === 0) {
    return refuse("model_capability_not_supported", `${model.id} takes no reference images.`);
  }
  if (given.length > model.referencesMax) {
    return refuse("validation_error", `image: ${model.referencesMax} images at most.`);
  }

  const read: Buffer[] = [];
  for (const [at, text] of given.entries()) {
    const bytes = await readPicture(text);
    if (!bytes) return refuse("validation_error", `image.${at}: no PNG, JPEG or WebP in base64.`);
    read.push(bytes);
  }
  return read;
}

async function readPicture(text: string): Promise<Buffer | null> {
  const [, type = "", base64 = ""] =
    /^data:image\/([a-z]+);base64,([A-Za-z0-9+/]+=*)$/.exec(text) ?? [];
  if (!types.includes(type)) return null;

  const bytes = Buffer.from(base64, "base64");
  try {
    const { format } = await sharp(bytes).metadata();
    return format === type ? bytes : null;
  } catch {
    return null;
  }
}
