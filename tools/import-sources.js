/** Sources as a module of this process: bundled first, because Node 20 does not read TypeScript. */
import {mkdirSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";
import {build} from "esbuild";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** `contents` is a module that exports what is wanted, with paths relative to the project; `name` is that of the bundle. */
export async function importSources(name, contents) {
  const bundle = join(ROOT, "node_modules", ".cache", "waitline", `${name}.mjs`);
  mkdirSync(dirname(bundle), {recursive: true});
  await build({
    stdin: {contents, resolveDir: ROOT, loader: "ts"},
    outfile: bundle,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "es2022",
  });
  return import(pathToFileURL(bundle).href);
}
