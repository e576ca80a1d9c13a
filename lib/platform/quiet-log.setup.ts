import { openLog } from "./logger.server.ts";

// What a studio tells of its ordinary work would bury what the tests say.
openLog({ level: "error" });
