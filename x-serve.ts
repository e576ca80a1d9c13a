// temporary
import { writeFileSync } from "node:fs";
import { startFakeGateway } from "./e2e/fake-gateway/start-fake-gateway.ts";
import { startStudio } from "./e2e/start-studio.ts";
const gateway = await startFakeGateway();
const host = new URL(gateway.url).host;
const own = await startStudio({ MESHAPI_HOSTS: host });
const studio = await startStudio({ MESHAPI_BASE_URL: gateway.url, MESHAPI_API_KEY: gateway.apiKey, MESHAPI_HOSTS: host });
writeFileSync("/tmp/bu/urls.json", JSON.stringify({ gateway: gateway.url, key: gateway.apiKey, own: own.url, studio: studio.url, ownDir: own.dataDir, studioDir: studio.dataDir }));
console.log("ready");
process.on("SIGTERM", async () => { await own.close(); await studio.close(); await gateway.close(); console.log(own.output().slice(-3000)); console.log(studio.output().slice(-6000)); process.exit(0); });
