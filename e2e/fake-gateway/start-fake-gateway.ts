import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { handleRequest } from "./handle-request.ts";
import type { LedgerView } from "./ledger.ts";
import type { Exchange } from "./protocol/exchange.ts";
import { createState, type FakeGatewayOptions } from "./state.ts";

export interface FakeGateway {
  /** As `http://127.0.0.1:4010`, which is also the base URL for a client. */
  url: string;
  /** A key that is let in. */
  apiKey: string;
  /** What was charged and what was asked so far. */
  ledger(): LedgerView;
  /** Opens a gate: a request that waits there, or will, goes on. */
  release(name: string): void;
  /** Resolves when a request stands at the gate. */
  reached(name: string): Promise<void>;
  /** Resolves when no request is being answered: from then on the ledger is the truth about those that were. */
  idle(): Promise<void>;
  /** Ends every connection, and the server. */
  close(): Promise<void>;
}

/** Starts a gateway on 127.0.0.1 that speaks MeshAPI's wire, draws its pictures itself, and keeps a ledger of charges. */
export async function startFakeGateway(options: FakeGatewayOptions = {}): Promise<FakeGateway> {
  let url = "";
  const state = createState(options, () => url);
  const answering = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    state.requestCount += 1;
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    const exchange: Exchange = {
      request,
      response,
      url: new URL(request.url ?? "/", "http://gateway"),
      requestId: requestIdOf(request) ?? `req_${state.requestCount.toString().padStart(6, "0")}`,
      signal: gone.signal,
    };

    const answer = handleRequest(exchange, state)
      .catch((error: unknown) => {
        // A client that leaves in mid-request is part of the game; anything else is a mistake of ours and must be seen.
        if (!gone.signal.aborted) console.error(error);
        response.destroy();
      })
      .finally(() => answering.delete(answer));
    answering.add(answer);
  });

  server.listen(state.options.port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : state.options.port;
  url = `http://127.0.0.1:${port}`;

  return {
    url,
    apiKey: state.options.apiKeys[0] ?? "",
    ledger: state.ledger.view,
    release: state.gates.release,
    reached: state.gates.reached,
    async idle() {
      while (answering.size > 0) await Promise.all(answering);
    },
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** The client's own, where it is one; another is ignored in silence, as MeshAPI does. */
function requestIdOf({ headers }: IncomingMessage): string | null {
  const given = headers["x-request-id"]?.toString() ?? "";
  return /^[A-Za-z0-9._:-]{1,64}$/.test(given) ? given : null;
}
