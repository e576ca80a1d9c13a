import { randomUUID } from "node:crypto";
import type { APIRequestContext, APIResponse } from "playwright/test";
import type { GenerationView } from "#lib/generation/generation-view.ts";

/** One server-sent event as it came. */
export interface ReceivedEvent {
  id: number;
  type: string;
  data: unknown;
}

/** Speaks to a studio's HTTP as its pages do. */
export function createStudioApi(request: APIRequestContext, url: string) {
  const post = (
    path: string,
    data: unknown,
    headers: Record<string, string> = {},
  ): Promise<APIResponse> =>
    request.post(`${url}${path}`, {
      // As bytes: text that is no JSON would be made into JSON on the way.
      data: Buffer.from(typeof data === "string" ? data : JSON.stringify(data)),
      headers: { Origin: url, "Content-Type": "application/json", ...headers },
    });

  /** A press of the button, with a new key unless one is given. */
  const press = (body: unknown, key: string = randomUUID()) =>
    post("/api/generations", body, { "Idempotency-Key": key });

  const generation = async (id: string): Promise<GenerationView> => {
    const response = await request.get(`${url}/api/generations/${id}`);
    return (await response.json()).generation;
  };

  /** Reads the event stream from a cursor until this one has come. */
  const readEvents = async (
    after: number,
    isLast: (event: ReceivedEvent) => boolean,
  ): Promise<ReceivedEvent[]> => {
    const abort = new AbortController();
    const response = await fetch(`${url}/api/events?after=${after}`, { signal: abort.signal });
    const events: ReceivedEvent[] = [];
    let text = "";
    for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = (text + piece).split("\n\n");
      text = blocks.pop() ?? "";
      events.push(...blocks.filter((block) => block.includes("event: ")).map(parseBlock));
      if (events.some(isLast)) break;
    }
    abort.abort();
    return events;
  };

  return {
    post,
    press,
    generation,
    readEvents,
    /** Moves a generation to the trash. */
    remove: (id: string) =>
      request.delete(`${url}/api/generations/${id}`, { headers: { Origin: url } }),
    /** Presses, and waits until the generation has ended. */
    async make(body: unknown): Promise<GenerationView> {
      const { sequence } = await (await request.get(`${url}/api/generations?limit=1`)).json();
      const { id } = (await (await press(body)).json()).generation;
      await readEvents(sequence, endOf(id));
      return generation(id);
    },
  };
}

/** Whether this is the event that ends a generation. */
export function endOf(generationId: string): (event: ReceivedEvent) => boolean {
  return ({ type, data }) =>
    type === "generation-ended" && Object(data).generationId === generationId;
}

function parseBlock(block: string): ReceivedEvent {
  const line = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1] ?? "";
  return { id: Number(line("id")), type: line("event"), data: JSON.parse(line("data")) };
}
