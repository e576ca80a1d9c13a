import type { RecordStore } from "#components/data/records/record-store.ts";
import { RequestError } from "#components/data/request-json.ts";
import {
  decideSubmission,
  type LastSubmission,
} from "#components/data/submit/decide-submission.ts";
import { readSubmission, writeSubmission } from "#components/data/submit/submission-store.ts";
import { submittedGeneration } from "#components/data/submit/submitted-generation.ts";
import type { GenerationRequest } from "#lib/contract/batch-request.ts";
import type { GatewayRef } from "#lib/contract/gateway-view.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";

export interface Submission {
  /** With its gateway named. */
  request: GenerationRequest;
  sourceGenerationId: string | null;
  gateway: GatewayRef;
  pricePerImageMicros: number | null;
}

export interface Submitter {
  /**
   * Asks for a generation; its tiles are on screen when this returns, before it resolves. A double click is one
   * intent, and the second resolves to null. A network that fails is tried again under the same key. Throws `RequestError`, or what
   * the network threw last: the same press once more is then still the same intent.
   */
  submit(submission: Submission): Promise<GenerationView | null>;
  /** Sends once more what a reload left unanswered. */
  resume(context: { gateways: readonly GatewayRef[] }): Promise<void>;
}

interface SubmitterOptions {
  /** Has each press from when it is made until it is answered or refused. */
  store: Pick<RecordStore, "addSubmission" | "endSubmission">;
  /** The session's; a function, because the server that draws the page has none. */
  storage: () => Storage;
  /** Asks the server for a generation, under a key. */
  request: (
    body: GenerationRequest,
    idempotencyKey: string,
  ) => Promise<{ generation: GenerationView }>;
  /** Resolves after so many milliseconds. */
  wait: (milliseconds: number) => Promise<void>;
}

const waitsMs = [500, 1_000, 2_000, 4_000, 8_000];
/** A press that was left alone for longer is no longer what the person is waiting for. */
const resumableMs = 10 * 60_000;

/** Creates what turns presses of Generate into requests, each of them once. */
export function createSubmitter({ store, storage, request, wait }: SubmitterOptions): Submitter {
  const inFlight = new Set<string>();

  async function submit(asked: Submission) {
    const intent = JSON.stringify(asked.request);
    const body = JSON.stringify({
      ...asked.request,
      ...(asked.sourceGenerationId && { sourceGenerationId: asked.sourceGenerationId }),
    });
    const now = Date.now();
    const last = readSubmission(storage());
    const isAgain = last !== null && decideSubmission(last, { intent, now }) === "again";
    if (isAgain && (last.isAnswered || inFlight.has(last.key))) return null;

    const next = isAgain
      ? last
      : { key: createKey(), intent, body, submittedAt: now, isAnswered: false };
    writeSubmission(storage(), next);
    return await send(next, asked);
  }

  async function send(sent: LastSubmission, asked: Submission) {
    const { key, body } = sent;
    inFlight.add(key);
    const submission = submittedGeneration({ key, ...asked, now: new Date().toISOString() });
    store.addSubmission(submission);
    try {
      const { generation } = await post(key, body);
      settle(sent);
      store.endSubmission(key, generation);
      return generation;
    } catch (error) {
      if (isAnswer(error)) settle(sent);
      store.endSubmission(key);
      throw error;
    } finally {
      inFlight.delete(key);
    }
  }

  async function post(key: string, body: string): Promise<{ generation: GenerationView }> {
    for (let tries = 0; ; tries++) {
      try {
        return await request(JSON.parse(body), key);
      } catch (error) {
        const waitMs = waitsMs[tries];
        if (isAnswer(error) || waitMs === undefined) throw error;
        await wait(waitMs);
      }
    }
  }

  function settle(answered: LastSubmission) {
    const last = readSubmission(storage());
    if (last?.key === answered.key) writeSubmission(storage(), { ...last, isAnswered: true });
  }

  return {
    submit,
    async resume({ gateways }) {
      const last = readSubmission(storage());
      if (!last || last.isAnswered || inFlight.has(last.key)) return;
      if (Date.now() - last.submittedAt > resumableMs) return;

      const { sourceGenerationId = null, ...asked } = JSON.parse(last.body);
      const gateway = gateways.find(({ id }) => id === asked.gatewayId) ?? gateways[0];
      if (!gateway) return;
      await send(last, { request: asked, sourceGenerationId, gateway, pricePerImageMicros: null });
    },
  };
}

/** A 5xx does not say whether the press was filed: it is asked again, under the same key, like a dead network. */
function isAnswer(error: unknown): boolean {
  return error instanceof RequestError && error.status < 500;
}

/** `crypto.randomUUID` is missing where the page comes over plain http from another machine. */
function createKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
