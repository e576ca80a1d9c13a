import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { AppError } from "#lib/platform/errors.ts";
import { readKeyFile, readOrMakeKeyFile } from "#lib/settings/secret-key-file.server.ts";

/** Encrypts what must not lie readable in the database, its dumps and its backups. */
export interface Sealer {
  /**
   * Encrypts a text for a purpose, as "Gateway 0192…: apiKey for https://…"; twice the same text gives two different
   * results. Throws `unavailable` when the key file can neither be read nor made.
   */
  seal(text: string, purpose: string): string;
  /** Gives the text back. Throws `unavailable`, saying what to do, when it was sealed with another key, or for another purpose. */
  open(sealed: string, purpose: string): string;
}

interface SealerOptions {
  /** 64 hexadecimal digits; without them a key file is made in `dataDir` when something is first sealed. */
  secretKey?: string | undefined;
  dataDir: string;
}

/** The form of what is sealed: version, then nonce, tag and ciphertext together in base64url. */
const version = "v2";
const nonceBytes = 12;
const tagBytes = 16;

/** Seals with AES-256-GCM. */
export function createSealer({ secretKey, dataDir }: SealerOptions): Sealer {
  const given = secretKey ? Buffer.from(secretKey, "hex") : null;

  return {
    seal(text, purpose) {
      // A random nonce of 96 bits is safe for billions of seals under one key; here there are a few.
      const nonce = randomBytes(nonceBytes);
      const key = given ?? readOrMakeKeyFile(dataDir);
      // The purpose is bound into the seal, so that it cannot be passed off as that of another row, or for another use.
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(purpose));
      const ciphertext = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      const sealed = Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]);
      return `${version}.${sealed.toString("base64url")}`;
    },

    open(sealed, purpose) {
      // No file is made here: a new one opens nothing, and would stand in the way of the old one.
      const key = given ?? readKeyFile(dataDir);
      try {
        if (!key) throw new Error("There is no key file.");
        return decrypt(key, { sealed, purpose });
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

function decrypt(key: Buffer, { sealed, purpose }: { sealed: string; purpose: string }): string {
  const [prefix, body] = sealed.split(".");
  if (prefix !== version || !body) throw new Error("It has an unknown form.");

  const bytes = Buffer.from(body, "base64url");
  const tag = bytes.subarray(nonceBytes, nonceBytes + tagBytes);
  const options = { authTagLength: tagBytes };
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, nonceBytes), options);
  decipher.setAAD(Buffer.from(purpose)).setAuthTag(tag);

  const ciphertext = bytes.subarray(nonceBytes + tagBytes);
  return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString("utf8");
}
