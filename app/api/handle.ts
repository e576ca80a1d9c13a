import { localOwnerId } from "#lib/account/local-owner.ts";
import type { Answer, Endpoint } from "#lib/contract/answers.ts";
import { currentSequence } from "#lib/events/read-events.server.ts";
import { isDatabaseLost } from "#lib/platform/database/is-database-lost.server.ts";
import { isDatabaseDamaged } from "#lib/platform/database/pglite/is-database-damaged.server.ts";
import { AppError, isAppError } from "#lib/platform/errors.ts";
import { isTooFewFileHandles, tooFewFileHandles } from "#lib/platform/files/file-handles.server.ts";
import { errorResponse, readQuery } from "#lib/platform/http/http.server.ts";
import { checkHost, checkOrigin } from "#lib/platform/http/own-host.server.ts";
import { type Services, services } from "#lib/services/services.server.ts";
import { say } from "#messages/sentence.ts";

/** What a handler gets once the request is allowed. */
export interface Handled<Params> {
  request: Request;
  params: Params;
  /** The query of the address. */
  query: URLSearchParams;
  services: Services;
  userId: string;
  /**
   * The number of the newest event. Asked for before what an answer tells of is read or changed, it says what that is sure to contain,
   * so that a browser knows whether it has later news.
   */
  readSequence: () => Promise<number>;
}

/**
 * The one wrapper of every handler: checks that host and origin are ours, says who is asking, and turns whatever is
 * thrown into the JSON error of the studio.
 */
export function handle<Params = Record<never, string>>(
  run: (handled: Handled<Params>) => Promise<Response>,
): (request: Request, context: { params: Promise<Params> }) => Promise<Response> {
  return async (request, context) => {
    try {
      const running = services();
      const { HOST, ALLOWED_HOSTS, TRUSTED_NETWORK } = running.env;
      const rule = { host: HOST, allowedHosts: ALLOWED_HOSTS, trustedNetwork: TRUSTED_NETWORK };
      checkHost(request.headers, rule);
      checkOrigin(request, rule);

      return await run({
        request,
        params: await context.params,
        query: readQuery(request),
        services: running,
        userId: localOwnerId,
        readSequence: () => currentSequence(running.database.client, localOwnerId),
      });
    } catch (error) {
      return errorResponse(translate(error), request);
    }
  };
}

/** What a person can do about what fails beneath a handler. */
function translate(error: unknown): unknown {
  if (isAppError(error)) return error;
  if (isTooFewFileHandles(error)) return tooFewFileHandles(error);
  if (isDatabaseDamaged(error)) {
    const message = say("refusals.databaseDamaged");
    return new AppError("storage_unavailable", message, { cause: error });
  }
  if (!isDatabaseLost(error)) return error;
  // Whether a change was made before the connection went is not known: asked again under its key it is made once.
  const message = say("refusals.databaseSilent");
  return new AppError("unavailable", message, { cause: error });
}

/** Answers with JSON that no cache keeps; the compiler holds it to what the contract says of the endpoint. */
export function json<Name extends Endpoint = never>(body: Answer<Name>, status = 200): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "no-store" } });
}

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An id from the address. What cannot be one is not there: throws `not_found`. */
export function parseId(id: string): string {
  if (idPattern.test(id)) return id;

  throw new AppError("not_found", say("refusals.noId"));
}
