import type { KeyObject } from "node:crypto";
import { Agent } from "undici";
import { pinLookup } from "#lib/platform/http/pin-lookup.ts";
import { encryptMessage, type MessageKeys } from "#lib/push/message/encrypt-message.ts";
import { authorizePush } from "#lib/push/message/vapid-keys.ts";
import { resolvePushAddress } from "#lib/push/push-address.server.ts";

export interface Recipient extends MessageKeys {
  endpoint: string;
}

interface SendOptions {
  keys: { publicKey: string; privateKey: KeyObject };
  contact: string;
  pushHosts: readonly string[];
  /** A later message under the same one takes its place, where the device has not had it yet. */
  topic: string;
  signal: AbortSignal;
}

/** How long a push service keeps it for a device that is off: who looks tomorrow sees it in the studio. */
const liveSeconds = 12 * 60 * 60;
const sendMs = 15_000;

/**
 * Hands a message to a browser's push service, once. "gone": the browser takes no more, and is to be forgotten. Throws what the network
 * throws, and for an address that must not be asked.
 */
export async function sendMessage(
  text: string,
  { endpoint, ...messageKeys }: Recipient,
  { keys, contact, pushHosts, topic, signal }: SendOptions,
): Promise<{ status: number; isGone: boolean }> {
  const url = new URL(endpoint);
  const addresses = await resolvePushAddress(url, { pushHosts });
  const agent = new Agent({ connect: { timeout: sendMs, lookup: pinLookup(addresses) } });

  try {
    const { statusCode: status, body } = await agent.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method: "POST",
      headers: {
        authorization: authorizePush(keys, { origin: url.origin, contact, now: Date.now() }),
        "content-encoding": "aes128gcm",
        "content-type": "application/octet-stream",
        ttl: String(liveSeconds),
        topic,
        urgency: "normal",
      },
      body: encryptMessage(text, messageKeys),
      signal: AbortSignal.any([signal, AbortSignal.timeout(sendMs)]),
    });
    await body.dump({ limit: 4_096 });
    return { status, isGone: status === 404 || status === 410 };
  } finally {
    await agent.destroy();
  }
}
