/** Every step of bringing a picture into the spool, in its order. */
export const spoolSteps = [
  ["make the folder of all", { kind: "mkdir", where: /^spool$/ }],
  ["make the attempt's folder", { kind: "mkdir", where: /^spool\/[^/]+$/ }],
  ["open the file", { kind: "open", where: /^spool\/.*\.tmp$/ }],
  ["write it", { kind: "write", where: /^spool\/.*\.tmp$/ }],
  ["sync it", { kind: "sync", where: /^spool\/.*\.tmp$/ }],
  ["rename it", { kind: "rename", where: /^spool\// }],
  ["sync the attempt's folder", { kind: "sync", where: /^spool\/[^/.]+$/ }],
  ["sync the folder of all", { kind: "sync", where: /^spool$/ }],
] as const;

/** Every step of bringing its files into their place. */
export const storeSteps = [
  ["make the folder of all", { kind: "mkdir", where: /^files$/ }],
  ["make the folder of what is unfinished", { kind: "mkdir", where: /^files\/incoming$/ }],
  ["look through it", { kind: "readdir", where: /^files\/incoming$/ }],
  ["make the folder of the hash", { kind: "mkdir", where: /^files\/..$/ }],
  ["open the file", { kind: "open", where: /^files\/.*\.tmp$/ }],
  ["write it", { kind: "write", where: /^files\/.*\.tmp$/ }],
  ["sync it", { kind: "sync", where: /^files\/.*\.tmp$/ }],
  ["read it back", { kind: "read", where: /^files\/.*\.tmp$/ }],
  ["rename the original", { kind: "rename", where: /^files\/.*[0-9a-f]{64}\.png$/ }],
  ["rename the larger thumbnail", { kind: "rename", where: /-640\.webp$/ }],
  ["rename the smaller thumbnail", { kind: "rename", where: /-320\.webp$/ }],
  ["sync the folder of the hash", { kind: "sync", where: /^files\/..$/ }],
  ["sync the folder of all", { kind: "sync", where: /^files$/ }],
] as const;
