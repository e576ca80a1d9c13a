import type { EngineModel, ImageEngine } from "#lib/engine/image-engine.ts";
import { listModelsOrNone } from "#lib/engine/list-models-or-none.ts";
import { defaultGateway } from "#lib/gateways/default-gateway.ts";
import type { Gateway } from "#lib/gateways/gateway.ts";
import { AppError } from "#lib/platform/errors.ts";
import { type Sentence, say } from "#messages/sentence.ts";

/** Who makes a request. */
export interface ChosenGateway {
  gateway: Gateway & { engine: ImageEngine };
  /** Null when nothing is known of the model: none was asked for and several are offered, or it is not in the list. */
  model: EngineModel | null;
}

interface Asked {
  gatewayId?: string | undefined;
  model?: string | undefined;
}

/**
 * The gateway and the model of each request. A gateway that does not list a model may have it all the same, and refuses it for
 * nothing where it has not. Throws `invalid_request` for a gateway that cannot be asked, and for a model that one cannot have.
 */
export async function chooseGateways(
  gateways: readonly Gateway[],
  requests: readonly Asked[],
): Promise<ChosenGateway[]> {
  const chosen = requests.map(({ gatewayId }, index) =>
    chooseGateway(gateways, { gatewayId, field: `requests.${index}.gatewayId` }),
  );
  // Side by side: one that hangs is waited for once.
  const asked = new Map(chosen.map(({ id, engine }) => [id, listModelsOrNone(engine)]));
  const models = new Map<string, EngineModel[]>();
  for (const [id, listing] of asked) models.set(id, await listing);

  return chosen.map((gateway, index) => ({
    gateway,
    model: findModel(models.get(gateway.id) ?? [], {
      gateway,
      id: requests[index]?.model,
      field: `requests.${index}.model`,
    }),
  }));
}

function chooseGateway(
  gateways: readonly Gateway[],
  { gatewayId, field }: { gatewayId: string | undefined; field: string },
): ChosenGateway["gateway"] {
  const gateway =
    gatewayId === undefined
      ? defaultGateway(gateways)
      : (gateways.find(({ id, isDeleted }) => id === gatewayId && !isDeleted) ?? null);
  if (gateway?.isEnabled && gateway.engine) return { ...gateway, engine: gateway.engine };

  throw new AppError("invalid_request", describeRefusal(gateway, gatewayId), { field });
}

function describeRefusal(gateway: Gateway | null, gatewayId: string | undefined): Sentence {
  if (gatewayId === undefined) {
    return say("refusals.noneToAsk");
  }
  if (!gateway) return say("refusals.chooseAnother");
  return gateway.isEnabled
    ? say("refusals.gatewayKeyless", { name: gateway.name })
    : say("refusals.gatewayOff", { name: gateway.name });
}

function findModel(
  models: readonly EngineModel[],
  {
    gateway,
    id,
    field,
  }: { gateway: ChosenGateway["gateway"]; id: string | undefined; field: string },
): EngineModel | null {
  if (models.length === 0) return null;
  if (id === undefined) return models.length === 1 ? (models[0] ?? null) : null;

  const model = models.find((one) => one.id === id);
  if (model) return model;
  if (gateway.engine.takesAnyModel) return null;

  const names = models.slice(0, 5).map((one) => one.id);
  throw new AppError(
    "invalid_request",
    say("refusals.noModel", {
      name: gateway.name,
      model: id,
      models: names.join(", "),
      more: models.length > 5 ? "yes" : "no",
    }),
    { field },
  );
}
