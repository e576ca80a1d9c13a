import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { findFreePort } from "../fake-gateway/find-free-port.ts";

const run = promisify(execFile);

/** Whether the real nginx, and openssl to make it a certificate, are on this machine. */
export async function hasNginx(): Promise<boolean> {
  try {
    await run("nginx", ["-v"]);
    await run("openssl", ["version"]);
    return true;
  } catch {
    return false;
  }
}

export interface NginxOptions {
  /** The studio's own address. */
  studioUrl: string;
  /** Changes the configuration of docs/reverse-proxies.md before it is run. */
  change?: (configuration: string) => string;
}

/** Runs the real nginx with the configuration that docs/reverse-proxies.md shows, on a free port with TLS. */
export async function runNginx({ studioUrl, change = (same) => same }: NginxOptions) {
  const folder = await mkdtemp(path.join(tmpdir(), "atelier-nginx-"));
  const port = await findFreePort();
  const key = path.join(folder, "key.pem");
  const certificate = path.join(folder, "certificate.pem");
  await run("openssl", [
    ..."req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost".split(" "),
    "-keyout",
    key,
    "-out",
    certificate,
  ]);

  const server = (await readDocumented())
    .replace("listen 443 ssl", `listen 127.0.0.1:${port} ssl`)
    .replace("studio.example;", "localhost;")
    .replace("/etc/ssl/studio.example.pem", certificate)
    .replace("/etc/ssl/studio.example.key", key)
    .replace("http://127.0.0.1:3000", studioUrl);
  const file = path.join(folder, "nginx.conf");
  await writeFile(file, toWhole(folder, change(server)));

  const child = spawn("nginx", ["-p", folder, "-c", file, "-g", "daemon off;"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const ended = once(child, "close");
  await untilListening(
    port,
    () => child.exitCode === null,
    () => said,
  );

  return {
    url: `https://localhost:${port}`,
    async close() {
      child.kill("SIGTERM");
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

async function readDocumented(): Promise<string> {
  const page = await readFile(
    path.join(import.meta.dirname, "../../docs/reverse-proxies.md"),
    "utf8",
  );
  const block = /```nginx\n([^`]+)```/.exec(page)?.[1];
  if (!block) throw new Error("docs/reverse-proxies.md shows no configuration of nginx.");
  return block;
}

function toWhole(folder: string, server: string): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join("\n");
  return `pid ${folder}/nginx.pid;
error_log stderr;
events {}
http {
access_log off;
${temporary}
${server}
}
`;
}

/** nginx says nowhere that it listens. */
async function untilListening(
  port: number,
  isAlive: () => boolean,
  said: () => string,
): Promise<void> {
  for (;;) {
    if (!isAlive()) throw new Error(`nginx did not start.\n${said()}`);
    const socket = connect(port, "127.0.0.1");
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    });
    socket.destroy();
    if (isOpen) return;
  }
}
