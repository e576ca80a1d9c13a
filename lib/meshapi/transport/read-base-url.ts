/** What a gateway's address comes to, or why it is none, in words for the field in which it was entered. */
export type BaseUrl =
  | {
      ok: true;
      /** With its version path and without a slash at its end, as `https://api.meshapi.ai/v1`. */
      baseUrl: string;
      /** Sent with each request, as `api-version=2025-04-01`; empty for none. */
      query: string;
      origin: string;
      /** What is asked for pictures. */
      endpoint: string;
    }
  | { ok: false; message: string };

const charactersMax = 2_000;

/** Endpoints that people paste in place of the base. A deployment may be called as one of them is. */
const pastedEndpoint =
  /(?<!\/deployments)\/(images?([/_-](generat(e|ions?)|edits?|variations?|synthesis))?|(txt|text|img|image)[_-]?(2|to)[_-]?(img|image)|video[_-]generations?|(text\/)?chatcompletion(_v2|_pro)?|contents\/generations(\/tasks)?|services\/aigc\/.+|(chat\/)?completions|messages|responses|embeddings|moderations|audio(\/[a-z-]+)?|videos?(\/[a-z-]+)?|files|models(\/.+)?|balance|usage(\/[a-z-]+)?)$/i;

/** `v1`, `v4`, `v1beta`, `v1p1beta1`, `v1.1`. */
const version = /^v\d+(\.\d+)*(p\d+)?((alpha|beta|preview|rc)\d*)?$/i;

/**
 * Reads the address of a gateway as a person entered it: used as it is given when its path names a version or an API,
 * with `/v1` behind a bare host or a plain prefix, and cut back where it is an endpoint.
 */
export function readBaseUrl(text: string): BaseUrl {
  const entered = text.replaceAll(
    /^[\p{Default_Ignorable_Code_Point}\s"'`“”<]+|[\p{Default_Ignorable_Code_Point}\s"'`“”>]+$/gu,
    "",
  );
  const fault = faultOf(entered);
  if (fault) return { ok: false, message: fault };

  const url = URL.parse(entered);
  if (!url)
    return {
      ok: false,
      message: "This is no web address. Write it as https://host or https://host:port.",
    };
  if (url.username || url.password) {
    return {
      ok: false,
      message: "Leave the user and the password out of the address: the key has its own field.",
    };
  }
  if (url.hash) return { ok: false, message: "Leave out the # and what stands behind it." };

  const baseUrl = `${url.origin}${completePath(url.pathname)}`;
  if (/\/deployments$/i.test(baseUrl)) {
    return { ok: false, message: "Add the deployment's name: …/deployments/NAME." };
  }
  // Which models a list is to show is no part of the address.
  const isList =
    /\/models(\/|$)/i.test(url.pathname) && !/\/deployments\/models/i.test(url.pathname);
  if (isList) url.searchParams.delete("type");
  const query = url.search.replace(/^\?/, "");
  const endpoint = `${baseUrl}/images/generations${query && `?${query}`}`;
  return { ok: true, baseUrl, query, origin: url.origin, endpoint };
}

/** As it stands in a file of settings. */
const assignment = /^(?:export\s+|set\s+)?\w+\s*[=:]\s*["'`]?(https?:\/\/[^\s"'`]+)$/i;

function faultOf(entered: string): string | null {
  if (entered === "") return "Enter the gateway's address, as https://api.meshapi.ai.";
  if (entered.length > charactersMax)
    return `An address is ${charactersMax.toLocaleString("en")} characters at most.`;
  const [, assigned] = assignment.exec(entered) ?? [];
  if (assigned && !URL.parse(assigned)?.username) {
    return `Enter the address alone, as ${assigned}.`;
  }
  if (/[\s\p{Cc}]/u.test(entered)) return "An address has no spaces or line breaks in it.";
  if (!entered.isWellFormed()) return "The address contains a broken character: type it again.";
  if (/^https?:/i.test(entered)) return null;

  const scheme = /^[a-z][a-z\d+.-]*(?=:\/)/i.exec(entered)?.[0];
  if (scheme) return `An address begins with https:// or http://, and not with ${scheme}:.`;
  return askForScheme(entered.replace(/^\/+/, ""));
}

/** `https//h`, or with another sign in the place of the colon. */
const brokenScheme = /^(https?)[;.,]?\/{1,2}(?=[^/])/i;

/** Names without a dot, and addresses in digits, are of one's own network, where there is seldom a certificate. */
function askForScheme(rest: string): string {
  const mended = rest.replace(brokenScheme, "$1://");
  if (mended !== rest && !URL.parse(mended)?.username) {
    return `An address begins with https:// or http://, as ${mended}.`;
  }
  const isLocal = /^([^./:]+|[\d.]+|\[[^\]]*\])([:/]|$)/.test(rest);
  const whole = `${isLocal ? "http" : "https"}://${rest}`;
  const url = URL.parse(whole);
  if (!url || rest.includes("@")) return "An address begins with https:// or http://.";

  return `Write https:// or http:// in front of the address, as ${whole}.`;
}

function completePath(pathname: string): string {
  const path = withoutEndpoints(withoutSlash(pathname.replace(/(?<!:)\/{2,}/g, "/")));
  const namesApi = path.split("/").some((part) => version.test(part) || /^openai$/i.test(part));

  return namesApi ? path : `${path}/v1`;
}

/** One endpoint may stand behind another; what is left names none, so that it reads the same again. */
function withoutEndpoints(path: string): string {
  const shorter = withoutSlash(path.replace(pastedEndpoint, ""));
  return shorter === path ? path : withoutEndpoints(shorter);
}

function withoutSlash(path: string): string {
  return path.replace(/\/+$/, "");
}
