/** A report is written whole or not at all. */
import {execFileSync, spawn} from "node:child_process";
import {existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout as after} from "node:timers/promises";
import {build} from "esbuild";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {requireWritable, writeWholeFile} from "../../src/cli/whole-file.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "waitline-file-"));
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

const isRoot = process.getuid?.() === 0;

test("the folder is made, the text is there, nothing else is left", async () => {
  await writeWholeFile(join(folder, "a", "b", "report.html"), "页 page");
  expect(readFileSync(join(folder, "a", "b", "report.html"), "utf8")).toBe("页 page");
  expect(readdirSync(join(folder, "a", "b"))).toEqual(["report.html"]);
});

test("an old file is replaced", async () => {
  const file = join(folder, "report.html");
  writeFileSync(file, "old");
  await writeWholeFile(file, "new");
  expect(readFileSync(file, "utf8")).toBe("new");
});

test.each([
  ["a folder of that name", () => mkdirSync(join(folder, "report.html")), "report.html", /folder/],
  ["a file where a folder should be", () => writeFileSync(join(folder, "reports"), ""), "reports/report.html", /not a folder/],
  ["a name without end", () => {}, `${"x".repeat(300)}.html`, /too long/],
])("%s is said in words, and no temporary file stays", async (_, prepare, name, words) => {
  prepare();
  const before = readdirSync(folder);
  await expect(writeWholeFile(join(folder, name), "text")).rejects.toMatchObject({
    name: "FileTrouble",
    message: expect.stringMatching(words),
  });
  expect(readdirSync(folder)).toEqual(before);
});

test("whether a report can be written is known before the work", async () => {
  mkdirSync(join(folder, "report.html"));
  await expect(requireWritable(join(folder, "report.html"))).rejects.toThrow(/folder/);
  writeFileSync(join(folder, "reports"), "");
  await expect(requireWritable(join(folder, "reports", "report.html"))).rejects.toThrow(/not a folder/);
  await expect(requireWritable(join(folder, "fine", "report.html"))).resolves.toBeUndefined();
});

describe.skipIf(process.platform === "win32")("what is no plain file", () => {
  test("a pipe is refused and stays a pipe, behind a link too", async () => {
    const pipe = join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    symlinkSync("pipe", join(folder, "link.html"));
    for (const name of ["pipe", "link.html"]) {
      await expect(requireWritable(join(folder, name))).rejects.toThrow(/not a file/);
      await expect(writeWholeFile(join(folder, name), "text")).rejects.toThrow(/not a file/);
    }
    expect(lstatSync(pipe).isFIFO()).toBe(true);
    expect(lstatSync(join(folder, "link.html")).isSymbolicLink()).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(["link.html", "pipe"]);
  });

  test("a link stays a link, and the text goes where it leads, there or not yet", async () => {
    mkdirSync(join(folder, "real"));
    symlinkSync(join("real", "report.html"), join(folder, "link.html"));
    for (const text of ["new", "newer"]) {
      await writeWholeFile(join(folder, "link.html"), text);
      expect(lstatSync(join(folder, "link.html")).isSymbolicLink()).toBe(true);
      expect(readFileSync(join(folder, "real", "report.html"), "utf8")).toBe(text);
      expect(readdirSync(join(folder, "real"))).toEqual(["report.html"]);
    }
  });

  test("a link that leads to itself is refused", async () => {
    symlinkSync("round.html", join(folder, "round.html"));
    await expect(writeWholeFile(join(folder, "round.html"), "text")).rejects.toThrow(/leads to itself/);
  });
});

describe.skipIf(!isRoot || process.platform !== "linux")("on a full disk", () => {
  let isMounted = false;
  beforeEach(() => {
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", folder], {stdio: "ignore"});
      isMounted = true;
    } catch {
      isMounted = false; // a container without the right to mount
    }
  });
  afterEach(() => {
    if (isMounted) execFileSync("umount", [folder]);
  });

  test("the old report stays, the temporary file goes, the message says why", async ({skip}) => {
    if (!isMounted) skip("this machine may not mount a small disk");
    const file = join(folder, "report.html");
    writeFileSync(file, "old");
    await expect(writeWholeFile(file, "x".repeat(1_000_000))).rejects.toMatchObject({message: expect.stringContaining("the disk is full")});
    expect(readFileSync(file, "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["report.html"]);
  });
});

test("a process killed while it writes leaves the old report whole", async () => {
  const file = join(folder, "report.html");
  writeFileSync(file, "old");
  const writer = join(folder, "writer.mjs");
  await build({
    stdin: {
      contents: `import {writeWholeFile} from ${JSON.stringify(new URL("../../src/cli/whole-file.ts", import.meta.url).pathname)};
        console.log("writing");
        for (let i = 0; ; i++) await writeWholeFile(${JSON.stringify(file)}, String(i % 10).repeat(3_000_000));`,
      resolveDir: folder,
      loader: "ts",
    },
    bundle: true,
    platform: "node",
    format: "esm",
    outfile: writer,
  });
  for (let round = 0; round < 5; round++) {
    const child = spawn(process.execPath, [writer], {stdio: ["ignore", "pipe", "inherit"]});
    const ended = new Promise((resolve) => child.once("exit", resolve));
    await new Promise((resolve) => child.stdout.once("data", resolve));
    await after(5 + 17 * round);
    child.kill("SIGKILL");
    await ended;
    const text = readFileSync(file, "utf8");
    expect(text === "old" || (text.length === 3_000_000 && text === text[0].repeat(3_000_000))).toBe(true);
  }
  expect(existsSync(file)).toBe(true);
});
