import * as z from "zod";
import { AppError } from "#lib/platform/errors.ts";
import { isKeyLeftOut, trimBlanks, trimSecret } from "#lib/platform/text/trim-secret.ts";

const headersForm = 'Write JSON, as {"x-portkey-provider": "openai"}.';

const booleanSchema = z
  .enum(["true", "false"], 'Write "true" or "false".')
  .transform((word) => word === "true");

const hostsSchema = z
  .string()
  .default("")
  .transform((list) =>
    list
      .split(",")
      .map((host) => host.trim().toLowerCase())
      // As it stands in the browser's address bar, for whoever copies it from there.
      .map((host) => host.replace(/^https?:\/\//, "").replace(/\/$/, ""))
      .filter(Boolean),
  );

function wholeNumber(min: number, max: number) {
  const range = `${min.toLocaleString("en")} to ${max.toLocaleString("en")}`;
  const error = `Write a whole number from ${range}.`;
  return z.coerce.number(error).int(error).min(min, error).max(max, error);
}

/** What is blank once it is trimmed was not given. */
const keySchema = z
  .string()
  .transform(trimSecret)
  .pipe(
    z
      .string()
      .regex(/^[\x21-\x7e]*$/, "A key has no spaces and no special letters.")
      .refine((key) => !isKeyLeftOut(key), "The key is missing behind that: write the key itself."),
  )
  .transform((key) => (key === "" ? undefined : key));

const headersSchema = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: "custom", message: headersForm });
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string(), z.string(headersForm).transform(trimBlanks), { error: headersForm }))
  .transform((headers) => (Object.keys(headers).length === 0 ? undefined : headers));

/** Hosts that only this machine can reach. */
const loopbackHosts = ["127.0.0.1", "::1", "localhost"];

/**
 * Every setting of the environment; `.env.example` says the same for people, and a test compares the two.
 * A blank value is the same as none.
 */
export const envSchema = z
  .object({
    HOST: z.string().default("127.0.0.1"),
    /** 0 lets the system choose a free one. */
    PORT: wholeNumber(0, 65_535).default(3000),
    ALLOWED_HOSTS: hostsSchema,
    TRUSTED_NETWORK: booleanSchema.default(false),
    DATA_DIR: z.string().default("./data"),
    DATABASE_URL: z
      .url({
        protocol: /^postgres(ql)?$/,
        error: "Write it as postgresql://user:password@host:5432/name.",
      })
      .optional(),
    SECRET_KEY: z
      .string()
      .transform(trimSecret)
      .pipe(
        z
          .string()
          .regex(
            /^[0-9a-fA-F]{64}$/,
            "Write 64 hexadecimal digits, as `openssl rand -hex 32` prints.",
          ),
      )
      .optional(),
    MESHAPI_API_KEY: keySchema.optional(),
    /** Judged at the start by `checkGatewayEnv`, as what the screen and the API are given is. */
    MESHAPI_BASE_URL: z.string().optional(),
    MESHAPI_HEADERS: headersSchema.optional(),
    MESHAPI_HOSTS: hostsSchema,
    RESULTS_OVER_HTTP: booleanSchema.default(false),
    RESULT_HOSTS: hostsSchema,
    PUSH_HOSTS: hostsSchema,
    PUSH_CONTACT: z
      .string()
      .regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/, "Write it as mailto:name@example.org.")
      .default("mailto:studio@atelier.invalid"),
    ATTEMPTS_IN_FLIGHT: wholeNumber(1, 64).default(4),
    ANSWER_MB_MAX: wholeNumber(1, 1_024).default(128),
    /** In megabytes; 0 keeps none. */
    ANSWER_KEPT_MB_MAX: wholeNumber(0, 64).default(4),
    PICTURE_MB_MAX: wholeNumber(1, 512).default(50),
    /** Without one, what is free when a picture is decoded. */
    DECODE_MB_MAX: wholeNumber(16, 65_536).optional(),
    ATTEMPT_DEADLINE_SECONDS: wholeNumber(10, 7_200).default(600),
    SHUTDOWN_SECONDS: wholeNumber(1, 7_200).default(600),
    /** In megabytes; 0 turns the watch off. */
    DISK_FREE_MB_MIN: wholeNumber(0, 10_000_000).default(500),
    EVENT_STREAMS_PER_USER_MAX: wholeNumber(1, 100_000).default(2_500),
    EVENT_STREAMS_MAX: wholeNumber(1, 100_000).default(5_000),
    LOG_LEVEL: z
      .enum(["info", "warn", "error"], 'Write "info", "warn" or "error".')
      .default("info"),
  })
  .refine((env) => env.TRUSTED_NETWORK || loopbackHosts.includes(env.HOST), {
    path: ["HOST"],
    error:
      "Atelier has no sign-in yet, so it listens on this machine only. Use 127.0.0.1, or set TRUSTED_NETWORK=true if everybody who can reach this address may use it.",
  });

export type Env = z.infer<typeof envSchema>;

/** Parses the settings. Throws an `AppError` that names the wrong one and says what to write. */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(
    Object.entries(variables)
      .map(([name, value = ""]) => [name, trimValue(value)] as const)
      .filter(([, value]) => value !== ""),
  );
  const parsed = envSchema.safeParse(given);
  if (parsed.success) return parsed.data;

  const [issue] = parsed.error.issues;
  const name = String(issue?.path[0]);
  throw new AppError("invalid_request", `The setting ${name} is wrong: ${issue?.message}`, {
    field: name,
  });
}

/** A shell and `.env` take quotes off, and `docker --env-file` leaves them, and line ends of Windows, where they are. */
function trimValue(value: string): string {
  const trimmed = trimBlanks(value);
  const inside = /^(["'])(.*)\1$/s.exec(trimmed)?.[2];
  return inside === undefined ? trimmed : trimBlanks(inside);
}
