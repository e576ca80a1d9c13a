import type { ConnectionReport } from "#lib/engine/connection-report.ts";
import { createGatewayEngine } from "#lib/engine/gateway/gateway-engine.server.ts";
import { tryConnection } from "#lib/engine/gateway/try-connection.server.ts";
import type { ImageEngine } from "#lib/engine/image-engine.ts";
import { createPainter } from "#lib/engine/painter/create-painter.server.ts";
import { readBaseUrl } from "#lib/meshapi/transport/read-base-url.ts";
import type { Env } from "#lib/platform/env.server.ts";
import { hideInLog } from "#lib/platform/log/logger.server.ts";
import type { GatewaySettings } from "#lib/settings/gateway.ts";

/** A person waits for it. */
const tryMs = 15_000;

const bytesPerMb = 1024 * 1024;

interface EnginesOptions {
  env: Env;
  /** Asked each time: the owner may change the settings while the studio runs. */
  readSettings(): Promise<GatewaySettings>;
}

/** A gateway that is tried out. */
export interface GatewayTrial {
  /** As `ImageEngine` has it. */
  keyId: string | null;
  /** What can be found out for nothing. Throws `EngineError`. */
  report(): Promise<ConnectionReport>;
}

/** The engines of this configuration. `byId` is null for a gateway without a key; `current` serves what is pressed now. */
export function createEngines({ env, readSettings }: EnginesOptions) {
  const painter = createPainter();
  const gateway = keepGateway(env);

  return {
    byId: async (id: ImageEngine["id"]) =>
      id === "painter" ? painter : gateway(await readSettings()),
    current: async () => gateway(await readSettings()) ?? painter,
    /** A gateway's engine by settings that are only tried out; null without a key. */
    forSettings: (settings: GatewaySettings) => createGateway(env, settings),
    tryGateway: (settings: GatewaySettings): GatewayTrial | null => {
      const engine = createGateway(env, settings);
      return engine && { keyId: engine.keyId, report: () => tryConnection(tryOptions(settings)) };
    },
    close: () => painter.close(),
  };
}

/** One engine for as long as its settings stay the same, so that its list of models is kept. */
function keepGateway(env: Env): (settings: GatewaySettings) => ImageEngine | null {
  let kept: { key: string; engine: ImageEngine | null } | null = null;

  return (settings) => {
    const { apiKey, baseUrl, headers, stream } = settings;
    const key = JSON.stringify([apiKey, baseUrl, headers, stream]);
    if (kept?.key !== key) kept = { key, engine: createGateway(env, settings) };
    return kept.engine;
  };
}

function createGateway(
  env: Env,
  { apiKey, baseUrl, headers, stream }: GatewaySettings,
): ImageEngine | null {
  // An address that an earlier version took may be none by now: Settings says so.
  if (!apiKey || !readBaseUrl(baseUrl).ok) return null;

  for (const secret of [apiKey, ...Object.values(headers)]) hideInLog(secret);
  return createGatewayEngine({
    apiKey,
    baseUrl,
    headers,
    stream,
    deadlineMs: env.ATTEMPT_DEADLINE_SECONDS * 1_000,
    answerBytesMax: env.ANSWER_MB_MAX * bytesPerMb,
    answerKeptBytesMax: env.ANSWER_KEPT_MB_MAX * bytesPerMb,
    imageBytesMax: env.PICTURE_MB_MAX * bytesPerMb,
    resultsOverHttp: env.RESULTS_OVER_HTTP,
    resultHosts: env.RESULT_HOSTS,
    ...(env.MESHAPI_HOSTS.includes(URL.parse(baseUrl)?.host ?? "") ? { isMeshAPI: true } : {}),
  });
}

function tryOptions({ apiKey, baseUrl, headers, stream }: GatewaySettings) {
  return { apiKey: apiKey ?? "", baseUrl, headers, stream, timeoutMs: tryMs };
}
