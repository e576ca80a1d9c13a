import { v7 as uuidv7 } from "uuid";
import type { GenerationRequest } from "#lib/contract/batch-request.ts";
import type { InputView } from "#lib/contract/input/input-view.ts";
import type { ChosenGateway } from "#lib/generation/batch/choose-gateways.ts";
import { chooseSeeds } from "#lib/generation/batch/choose-seeds.ts";
import type { Prisma } from "#lib/platform/database/database.server.ts";

/** One of the requests of a press, and who makes it. */
interface Row extends ChosenGateway {
  userId: string;
  generationId: string;
  request: GenerationRequest;
  inputs: readonly InputView[];
}

/** The row of its generation, less its batch. */
export function generationOf({ userId, generationId, gateway, request }: Row) {
  const {
    sourceGenerationId = null,
    gatewayId: _gateway,
    toFront: _place,
    inputs: _inputs,
    ...parameters
  } = request;
  return {
    id: generationId,
    userId,
    gatewayId: gateway.id,
    prompt: parameters.prompt,
    parameters,
    model: parameters.model ?? null,
    state: "queued",
    sourceGenerationId,
  };
}

/** The rows of its attempts, one for each image. */
export function attemptsOf(row: Row): Prisma.AttemptCreateManyInput[] {
  const { userId, generationId, gateway, model, request } = row;
  return chooseSeeds(request, model).map((seed, index) => ({
    id: uuidv7(),
    userId,
    generationId,
    gatewayId: gateway.id,
    paid: gateway.paid,
    index,
    seed,
    state: "queued",
    estimatedCostMicros: gateway.paid ? gateway.engine.price(request, model) : 0,
  }));
}

/** The rows of what goes into it. */
export function inputsOf({ generationId, inputs }: Row): Prisma.InputCreateManyInput[] {
  return inputs.map((input, position) => ({ ...input, generationId, position }));
}
