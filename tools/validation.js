/**
 * Writes docs/validation.md: every reference case, as `waitline verify --markdown` prints it.
 *
 *   node tools/validation.js [options of waitline verify]
 */
import {execFileSync} from "node:child_process";
import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const waitline = join(ROOT, "bin", "waitline.js");
const page = execFileSync(process.execPath, [waitline, "verify", "--markdown", ...process.argv.slice(2)], {
  encoding: "utf8",
  maxBuffer: 2 ** 28,
  stdio: ["ignore", "pipe", "inherit"],
});
writeFileSync(join(ROOT, "docs", "validation.md"), page);
