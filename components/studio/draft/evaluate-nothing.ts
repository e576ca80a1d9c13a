/**
 * The page's security policy forbids what zod tries with each first object: to make a function of a text. To be imported
 * before any module with a schema in it, and by the browser alone: a server may, and is faster with it.
 */
import { config } from "zod";

config({ jitless: true });
