/** Where the package `node` keeps its program, from the project's folder. */
export const nodePath =
  process.platform === "win32" ? "node_modules/node/bin/node.exe" : "node_modules/node/bin/node";
