import { createDecipheriv, type ECDH, hkdfSync } from "node:crypto";

interface Browser {
  browser: ECDH;
  auth: string;
}

/** Reads a pushed message as a browser does (RFC 8188 and 8291), from its bytes alone. */
export function decryptMessage(message: Buffer, { browser, auth }: Browser): string {
  const salt = message.subarray(0, 16);
  const sender = message.subarray(21, 21 + message.readUInt8(20));
  const body = message.subarray(21 + sender.length);
  const derive = (key: ArrayBuffer | Buffer, from: Buffer, info: string | Buffer, bytes: number) =>
    Buffer.from(hkdfSync("sha256", Buffer.from(new Uint8Array(key)), from, info, bytes));

  const info = Buffer.concat([Buffer.from("WebPush: info\0"), browser.getPublicKey(), sender]);
  const shared = browser.computeSecret(sender);
  const secret = derive(shared, Buffer.from(auth, "base64url"), info, 32);
  const key = derive(secret, salt, "Content-Encoding: aes128gcm\0", 16);
  const nonce = derive(secret, salt, "Content-Encoding: nonce\0", 12);

  const decipher = createDecipheriv("aes-128-gcm", key, nonce).setAuthTag(body.subarray(-16));
  const padded = Buffer.concat([decipher.update(body.subarray(0, -16)), decipher.final()]);
  return padded.subarray(0, padded.lastIndexOf(2)).toString("utf8");
}
