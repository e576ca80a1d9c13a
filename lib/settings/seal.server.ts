import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { AppError } from "#lib/platform/errors.ts";
import { readOrMakeKeyFile } from "#lib/settings/secret-key-file.server.ts";

/** Encrypts what must not lie readable in the database, its dumps and its backups. */
export interface Sealer {
  /** Encrypts a text; twice the same text gives two different results. */
  seal(text: string): string;
  /** Gives the text back. Throws `unavailable`, saying what to do, when it was sealed with another key. */
  open(sealed: string): string;
}

interface SealerOptions {
  /** 64 hexadecimal digits; without them a key file is made in `dataDir` when it is first needed. */
  secretKey?: string | undefined;
  dataDir: string;
}

/** The form of what is sealed: version, then nonce, tag and ciphertext together in base64url. */
const version = "v1";
const nonceBytes = 12;
const tagBytes = 16;

/** Bound into every seal, so that a text sealed for something else cannot be passed off as this setting. */
const associatedData = Buffer.from("atelier setting gateway key");

/** Seals with AES-256-GCM. Throws `unavailable` when the key file can neither be read nor made. */
export function createSealer({ secretKey, dataDir }: SealerOptions): Sealer {
  let key: Buffer | undefined;
  const getKey = (): Buffer => {
    key ??= secretKey ? Buffer.from(secretKey, "hex") : readOrMakeKeyFile(dataDir);
    return key;
  };

  return {
    seal(text) {
      // A random nonce of 96 bits is safe for billions of seals under one key; here there are a few.
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", getKey(), nonce).setAAD(associatedData);
      const ciphertext = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      const sealed = Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]);
      return `${version}.${sealed.toString("base64url")}`;
    },

    open(sealed) {
      const opener = getKey();
      try {
        return decrypt(opener, sealed);
      } catch (error) {
        throw new AppError(
          "unavailable",
          "The stored gateway key cannot be opened: it was sealed with another SECRET_KEY or secret.key file. Put that one back, or enter the gateway key again in Settings.",
          { cause: error },
        );
      }
    },
  };
}

function decrypt(key: Buffer, sealed: string): string {
  const [prefix, body] = sealed.split(".");
  if (prefix !== version || !body) throw new Error("The sealed text has an unknown form.");

  const bytes = Buffer.from(body, "base64url");
  const tag = bytes.subarray(nonceBytes, nonceBytes + tagBytes);
  const options = { authTagLength: tagBytes };
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, nonceBytes), options);
  decipher.setAAD(associatedData).setAuthTag(tag);

  const ciphertext = bytes.subarray(nonceBytes + tagBytes);
  return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString("utf8");
}
