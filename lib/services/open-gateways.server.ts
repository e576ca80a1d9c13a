import type { ConnectionReport } from "#lib/engine/connection-report.ts";
import { createGatewayEngine } from "#lib/engine/gateway/gateway-engine.server.ts";
import { fetchImage } from "#lib/engine/gateway/image-address/fetch-image.server.ts";
import { tryConnection } from "#lib/engine/gateway/try-connection.server.ts";
import type { ImageEngine } from "#lib/engine/image-engine.ts";
import { createPainter } from "#lib/engine/painter/create-painter.server.ts";
import type { Connection } from "#lib/gateways/connection/connection.ts";
import type { ConfiguredGateway, Gateway } from "#lib/gateways/gateway.ts";
import { isReady } from "#lib/gateways/gateway-view.server.ts";
import type { Env } from "#lib/platform/env.server.ts";
import { hideInLog } from "#lib/platform/log/logger.server.ts";

/** A person waits for it. */
const tryMs = 15_000;

const bytesPerMb = 1024 * 1024;

interface GatewaysOptions {
  env: Env;
  /** Asked each time: the owner may change them while the studio runs. */
  readGateways(): Promise<ConfiguredGateway[]>;
}

/** A connection that is tried out. */
export interface ConnectionTrial {
  /** As `ImageEngine` has it. */
  keyId: string | null;
  /** What can be found out for nothing. Throws `EngineError`. */
  report(): Promise<ConnectionReport>;
}

/** The gateways of this configuration, with the engines by which they are asked. */
export function openGateways({ env, readGateways }: GatewaysOptions) {
  const painter = createPainter();
  const engineOf = keepEngines(env);

  return {
    /** All of them, those that were removed too, in the order of the list. */
    list: async (): Promise<Gateway[]> => {
      const configured = await readGateways();
      return configured.map(({ connection, slots, ...gateway }) => ({
        ...gateway,
        slots: slots ?? env.ATTEMPTS_IN_FLIGHT,
        engine: connection ? engineOf(gateway, connection) : painter,
      }));
    },
    /** Null for a connection that lacks a key. */
    tryOut: (connection: Connection): ConnectionTrial | null => {
      const engine = createEngine(env, { connection, isMeshAPI: false });
      return engine && { keyId: engine.keyId, report: () => tryConnection(tryOptions(connection)) };
    },
    /** Fetches a picture of a gateway that is gone, or has no key any more, as anybody may. */
    fetchImage: (address: string, { signal }: { signal: AbortSignal }) =>
      fetchImage(address, {
        signal,
        gatewayOrigin: "",
        overHttp: env.RESULTS_OVER_HTTP,
        resultHosts: env.RESULT_HOSTS,
        bytesMax: env.PICTURE_MB_MAX * bytesPerMb,
      }),
    close: () => painter.close(),
  };
}

/** One engine of a gateway for as long as its connection stays the same, so that its list of models is kept. */
function keepEngines(
  env: Env,
): (gateway: Pick<Gateway, "id" | "kind">, connection: Connection) => ImageEngine | null {
  const kept = new Map<string, { key: string; engine: ImageEngine | null }>();

  return ({ id, kind }, connection) => {
    const { apiKey, baseUrl, headers, stream } = connection;
    const key = JSON.stringify([kind, apiKey, baseUrl, headers, stream]);
    const known = kept.get(id);
    if (known?.key === key) return known.engine;

    const engine = createEngine(env, { connection, isMeshAPI: kind === "meshapi" });
    kept.set(id, { key, engine });
    return engine;
  };
}

function createEngine(
  env: Env,
  { connection, isMeshAPI }: { connection: Connection; isMeshAPI: boolean },
): ImageEngine | null {
  const { apiKey, baseUrl, headers, stream } = connection;
  if (!apiKey || !isReady(connection)) return null;

  for (const secret of [apiKey, ...Object.values(headers)]) hideInLog(secret);
  return createGatewayEngine({
    apiKey,
    baseUrl,
    headers,
    stream,
    isMeshAPI,
    deadlineMs: env.ATTEMPT_DEADLINE_SECONDS * 1_000,
    answerBytesMax: env.ANSWER_MB_MAX * bytesPerMb,
    answerKeptBytesMax: env.ANSWER_KEPT_MB_MAX * bytesPerMb,
    imageBytesMax: env.PICTURE_MB_MAX * bytesPerMb,
    resultsOverHttp: env.RESULTS_OVER_HTTP,
    resultHosts: env.RESULT_HOSTS,
  });
}

function tryOptions({ apiKey, baseUrl, headers, stream }: Connection) {
  return { apiKey: apiKey ?? "", baseUrl, headers, stream, timeoutMs: tryMs };
}
