import pino, { type DestinationStream, type Logger } from "pino";
import { redactLine } from "#lib/platform/log/redact-line.ts";

interface LoggerOptions {
  /** Lines of a lower level are not written. */
  level: "info" | "warn" | "error";
  /** Default: the standard error, each line before the call returns. */
  destination?: DestinationStream;
}

/** By its number: `process.stderr` of a worker thread goes through the main one, and is lost with it. */
const standardError = 2;

/** A shorter one could be a common word, which would be missing from every line. */
const secretCharactersMin = 8;

/** Next evaluates its own copy of every module: what the process has one of is kept here. */
const loggerKey = Symbol.for("atelier.logger");
const secretsKey = Symbol.for("atelier.log-secrets");
const registry: typeof globalThis & { [loggerKey]?: Logger; [secretsKey]?: Set<string> } =
  globalThis;

/** The logger of the process: at level info, until `openLog` says otherwise. `log` is the door to it. */
export function currentLogger(): Logger {
  registry[loggerKey] ??= createLogger({ level: "info" });
  return registry[loggerKey];
}

/** Says what is logged from now on, in the whole process, and where to. */
export function openLog(options: LoggerOptions): void {
  registry[loggerKey] = createLogger(options);
}

/** Keeps a secret of the configuration out of every line from now on, whatever carries it there. */
export function hideInLog(secret: string): void {
  if (secret.length >= secretCharactersMin) secrets().add(secret);
}

function secrets(): Set<string> {
  registry[secretsKey] ??= new Set();
  return registry[secretsKey];
}

function createLogger({
  level,
  destination = pino.destination({ dest: standardError, sync: true }),
}: LoggerOptions): Logger {
  return pino(
    {
      level,
      messageKey: "message",
      timestamp: pino.stdTimeFunctions.isoTime,
      base: { pid: process.pid },
      formatters: { level: (label) => ({ level: label }) },
      hooks: { streamWrite: (line) => redactLine(line, secrets()) },
    },
    destination,
  );
}
