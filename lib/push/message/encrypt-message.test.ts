import { createECDH } from "node:crypto";
import { expect, test } from "vitest";
import { decryptMessage } from "#e2e/fake-push-service/decrypt-message.ts";
import { encryptMessage } from "#lib/push/message/encrypt-message.ts";

test("a message is encrypted as the example of RFC 8291, byte for byte", () => {
  const encrypted = encryptMessage(
    "When I grow up, I want to be a watermelon",
    {
      p256dh:
        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
      auth: "BTBZMqHH6r4Tts7J_aSIgg",
    },
    {
      salt: Buffer.from("DGv6ra1nlYgDCS1FRnbzlw", "base64url"),
      privateKey: "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw",
    },
  );

  expect(encrypted.toString("base64url")).toBe(
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
  );
});

test("the browser reads what was meant for it, and no message is like another", () => {
  const browser = createECDH("prime256v1");
  const p256dh = browser.generateKeys("base64url");
  const keys = { p256dh, auth: "BTBZMqHH6r4Tts7J_aSIgg" };
  const messages = [1, 2].map(() => encryptMessage("Ein Füchslein 🦊", keys));

  expect(messages.map((one) => decryptMessage(one, { browser, auth: keys.auth }))).toEqual([
    "Ein Füchslein 🦊",
    "Ein Füchslein 🦊",
  ]);
  expect(messages[0]?.equals(messages[1] ?? Buffer.of())).toBe(false);
});
