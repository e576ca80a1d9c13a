import { openBrowserStorage } from "#components/data/browser-storage.ts";

const storageKey = "atelier.models";
const keptMax = 8;

/** A model that was typed, for no list of its gateway has it. */
export interface TypedModel {
  gatewayId: string;
  id: string;
}

/** The models that were typed in this browser, the last one first. */
export function readTypedModels(): TypedModel[] {
  try {
    const models = JSON.parse(openBrowserStorage("local").storage.getItem(storageKey) ?? "[]");
    return Array.isArray(models) ? models.filter(isTypedModel) : [];
  } catch {
    // It holds what another version wrote.
    return [];
  }
}

/** Remembers one. */
export function rememberTypedModel({ gatewayId, id }: TypedModel): void {
  const others = readTypedModels().filter(
    (other) => other.id !== id || other.gatewayId !== gatewayId,
  );
  const models = [{ gatewayId, id }, ...others].slice(0, keptMax);
  try {
    openBrowserStorage("local").storage.setItem(storageKey, JSON.stringify(models));
  } catch {
    // It is full: the draft has the name.
  }
}

function isTypedModel(value: unknown): value is TypedModel {
  const { gatewayId, id } = Object(value);
  return typeof gatewayId === "string" && typeof id === "string";
}
