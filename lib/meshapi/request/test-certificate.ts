import { generateKeyPairSync, sign } from "node:crypto";

/** A certificate that its server has signed itself, and the key of it, as PEM, made anew each time. */
export function makeCertificate(): { cert: string; key: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const ecdsaWithSha256 = sequence(der(0x06, Buffer.from("2a8648ce3d040302", "hex")));
  const commonName = sequence(der(0x06, Buffer.from("550403", "hex")), text(0x0c, "127.0.0.1"));
  const name = sequence(der(0x31, commonName));

  // RFC 5280, 4.1: serial number, signature, issuer, validity, subject, public key.
  const toSign = sequence(
    der(0x02, Buffer.of(1)),
    ecdsaWithSha256,
    name,
    sequence(text(0x17, "200101000000Z"), text(0x17, "491231235959Z")),
    name,
    publicKey.export({ type: "spki", format: "der" }),
  );
  const signature = der(0x03, Buffer.of(0), sign("sha256", toSign, privateKey));
  const certificate = sequence(toSign, ecdsaWithSha256, signature).toString("base64");
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

function sequence(...parts: Buffer[]): Buffer {
  return der(0x30, ...parts);
}

function text(tag: number, words: string): Buffer {
  return der(tag, Buffer.from(words));
}

/** A value with its tag and its length, in the one way that DER allows. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const { length } = body;
  const head = length < 0x80 ? [tag, length] : [tag, 0x82, length >> 8, length & 0xff];
  return Buffer.concat([
    Buffer.from(length < 0x80 || length > 0xff ? head : [tag, 0x81, length]),
    body,
  ]);
}
