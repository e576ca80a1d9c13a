import { setTimeout } from "node:timers/promises";
import { makeJsonAnswer, makeStreamAnswer } from "./answer/make-answer.ts";
import { writeAnswer } from "./answer/write-answer.ts";
import { writeLongBody } from "./answer/write-long-body.ts";
import { hashOf, type MadeImage, makeImages } from "./images/make-images.ts";
import type { Charge, LoggedRequest } from "./ledger.ts";
import { type Exchange, readRequestBody, sendError } from "./protocol/exchange.ts";
import { type GenerationBody, generationBodySchema } from "./protocol/generation-body.ts";
import { type FakeModel, models } from "./protocol/models.ts";
import { bodyBytesMax, readReferences } from "./protocol/read-references.ts";
import type { Plan } from "./scenarios/plan.ts";
import { readPlan } from "./scenarios/read-plan.ts";
import type { GatewayState } from "./state.ts";

/** Answers `POST /v1/images/generations`: checks, plans, charges, and then answers or fails as planned. */
export async function handleGeneration(
  exchange: Exchange,
  state: GatewayState,
  logged: LoggedRequest,
): Promise<void> {
  const checked = await checkBody(exchange);
  if (!checked) return;

  const { body, model, references } = checked;
  logged.prompt = body.prompt;
  const plan = planOf(exchange, state, body.prompt);
  if (!plan) return;

  const isCharged = !plan.isUnbilled && (plan.isChargedAnyway || !(plan.instead || plan.failure));
  const charge = isCharged ? chargeFor({ exchange, state, ...checked, plan }) : null;
  state.usage.add({
    requestId: exchange.requestId,
    model: model.id,
    amountMicros: charge?.amountMicros ?? 0,
    plan,
  });
  const end = (to: Charge["state"]) => {
    if (charge) Object.assign(charge, { state: to, endedAt: new Date().toISOString() });
  };
  if (plan.noAnswer) {
    end("cut");
    return leaveUnanswered(exchange, plan.noAnswer);
  }

  await setTimeout(plan.delayMs + state.options.delayMs);
  if (plan.holdHeaders) await state.gates.wait(plan.holdHeaders, exchange.signal);
  if (exchange.signal.aborted) return end("abandoned");
  if (plan.instead) {
    end("failed");
    return sendInstead(exchange, plan.instead);
  }

  const isStream = plan.isStream ?? body.stream;
  const drawn = await makeImages({
    body,
    model,
    plan,
    files: state.files,
    requestNumber: state.requestCount,
    references,
  });
  if (charge) charge.hashes = drawn.map(({ hash }) => hash);
  const answer = { body, model, plan, images: drawn, created: Math.floor(Date.now() / 1000) };
  const writing = { exchange, isStream, plan, gates: state.gates };
  if (plan.isFileBody) {
    end("delivered");
    return sendFileBody(exchange, { format: body.output_format, image: drawn[0] });
  }
  const ending = plan.bodyMegabytes
    ? await writeLongBody({ ...writing, base64: drawn[0]?.final.b64_json ?? "" })
    : await writeAnswer({
        ...writing,
        parts: isStream ? makeStreamAnswer(answer) : makeJsonAnswer(answer),
      });
  end(plan.failure ? "failed" : ending);
}

interface CheckedBody {
  body: GenerationBody;
  model: FakeModel;
  references: readonly Buffer[];
}

async function checkBody(exchange: Exchange): Promise<CheckedBody | null> {
  const text = await readRequestBody(exchange);
  if (text.length > bodyBytesMax) {
    const page = "<html><body><h1>413 Request Entity Too Large</h1></body></html>";
    exchange.response.writeHead(413, { "content-type": "text/html" }).end(page);
    return null;
  }
  const parsed = generationBodySchema.safeParse(parseJson(text));
  if (!parsed.success) {
    const { issues } = parsed.error;
    const place = issues[0]?.path.join(".") || "body";
    const message = `${place}: ${issues[0]?.message}`;
    sendError(exchange, 422, { code: "validation_error", message, details: issues });
    return null;
  }

  const id = parsed.data.model ?? "openai/gpt-image-1";
  const model = models.find((model) => model.id === id);
  if (!model) {
    sendError(exchange, 404, { code: "model_not_found", message: `There is no model "${id}".` });
    return null;
  }

  const references = await readReferences(exchange, { image: parsed.data.image, model });
  return references && { body: parsed.data, model, references };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function planOf(exchange: Exchange, state: GatewayState, prompt: string): Plan | null {
  try {
    return readPlan(state.options.scenarioOf(prompt), state.timesSeen);
  } catch (error) {
    sendError(exchange, 422, { code: "unknown_scenario", message: String(error) });
    return null;
  }
}

interface ChargeForOptions extends CheckedBody {
  exchange: Exchange;
  state: GatewayState;
  plan: Plan;
}

function chargeFor({ exchange, state, body, model, references, plan }: ChargeForOptions): Charge {
  const images = plan.images(body.n);

  return state.ledger.charge({
    requestId: exchange.requestId,
    idempotencyKey: exchange.request.headers["idempotency-key"]?.toString() ?? null,
    prompt: body.prompt,
    model: model.id,
    images,
    references: references.map(hashOf),
    amountMicros: Math.round(Number(model.price) * 1_000_000) * images,
  });
}

function leaveUnanswered({ response }: Exchange, how: NonNullable<Plan["noAnswer"]>): void {
  if (how === "reset") response.socket?.resetAndDestroy();
  if (how === "close") response.socket?.destroy();
}

function sendFileBody(
  { response }: Exchange,
  { format, image }: { format: string; image: MadeImage | undefined },
): void {
  response.writeHead(200, { "content-type": `image/${format}` });
  response.end(Buffer.from(image?.final.b64_json ?? "", "base64"));
}

function sendInstead(
  exchange: Exchange,
  { status, headers, body }: NonNullable<Plan["instead"]>,
): void {
  const isError = headers["content-type"] === "application/json" && body.startsWith('{"error"');
  const text = isError
    ? JSON.stringify({ ...JSON.parse(body), request_id: exchange.requestId })
    : body;
  exchange.response.writeHead(status, headers).end(text);
}
