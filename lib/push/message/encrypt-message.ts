import { createCipheriv, createECDH, hkdfSync, randomBytes } from "node:crypto";

/** What a browser gives away, so that nobody but it can read what is sent to it: its public key and a secret, in base64url. */
export interface MessageKeys {
  p256dh: string;
  auth: string;
}

interface Chosen {
  salt: Buffer;
  /** In base64url. */
  privateKey: string;
}

/** A record may be longer; a push service takes 4,096 bytes at most, and ours have a few hundred. */
const recordBytes = 4_096;

/**
 * Encrypts a message for one browser, as RFC 8291 says (aes128gcm): the push service in between cannot read it. `chosen` is for
 * the example of the RFC; otherwise salt and key are new each time.
 */
export function encryptMessage(text: string, keys: MessageKeys, chosen?: Chosen): Buffer {
  const { salt, privateKey } = chosen ?? { salt: randomBytes(16), privateKey: null };
  const own = createECDH("prime256v1");
  if (privateKey === null) own.generateKeys();
  else own.setPrivateKey(privateKey, "base64url");

  const theirs = Buffer.from(keys.p256dh, "base64url");
  const shared = own.computeSecret(theirs);
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), theirs, own.getPublicKey()]);
  const secret = derive(shared, { salt: Buffer.from(keys.auth, "base64url"), info, bytes: 32 });
  const key = derive(secret, { salt, info: "Content-Encoding: aes128gcm\0", bytes: 16 });
  const nonce = derive(secret, { salt, info: "Content-Encoding: nonce\0", bytes: 12 });

  const cipher = createCipheriv("aes-128-gcm", key, nonce);
  // The 2 says that this is the last record, and there is no padding behind it.
  const body = Buffer.concat([
    cipher.update(text, "utf8"),
    cipher.update(Buffer.of(2)),
    cipher.final(),
  ]);
  return Buffer.concat([header(salt, own.getPublicKey()), body, cipher.getAuthTag()]);
}

function header(salt: Buffer, publicKey: Buffer): Buffer {
  const lengths = Buffer.alloc(5);
  lengths.writeUInt32BE(recordBytes, 0);
  lengths.writeUInt8(publicKey.length, 4);
  return Buffer.concat([salt, lengths, publicKey]);
}

function derive(
  key: Buffer,
  { salt, info, bytes }: { salt: Buffer; info: Buffer | string; bytes: number },
): Buffer {
  return Buffer.from(hkdfSync("sha256", key, salt, info, bytes));
}
