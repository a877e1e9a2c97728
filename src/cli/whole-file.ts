/**
 * A file written whole or not at all: under another name in the same folder, synced to disk, then renamed. Until the rename
 * the old file stands; after it, the new one; on any failure the other name is removed.
 */
import {constants} from "node:fs";
import {access, mkdir, open, rename, rm, stat} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import {FileTrouble} from "./io.ts";

/** @throws FileTrouble: no right, no room, a folder of that name */
export async function writeWholeFile(file: string, text: string): Promise<void> {
  const folder = dirname(file);
  const temporary = join(folder, `.${basename(file)}.${process.pid}.unfinished`);
  try {
    await mkdir(folder, {recursive: true});
    const handle = await open(temporary, "w");
    try {
      await handle.writeFile(text, "utf8");
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, {force: true}).catch(() => {});
    throw fileTrouble(file, "write", error);
  }
  await syncFolder(folder);
}

/** Before long work: would `writeWholeFile` be allowed? Creates the folder. @throws FileTrouble */
export async function requireWritable(file: string): Promise<void> {
  try {
    await mkdir(dirname(file), {recursive: true});
    await access(dirname(file), constants.W_OK);
  } catch (error) {
    throw fileTrouble(file, "write", error);
  }
  const status = await stat(file).catch(() => null);
  if (status?.isDirectory())
    throw new FileTrouble(`Cannot write ${file}: it is a folder. Give a file name, for example --out ${join(file, "report.html")}.`);
}

/** The rename is on disk too; not every system can say so. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close().catch(() => {});
}

const REASONS: Record<string, string> = {
  ENOENT: "there is no such file",
  EACCES: "you may not",
  EPERM: "you may not",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "your share of the disk is full",
  EISDIR: "it is a folder",
  ENOTDIR: "part of the path is a file, not a folder",
  EEXIST: "part of the path is a file, not a folder",
  ENAMETOOLONG: "the name is too long",
  EMFILE: "too many files are open",
  EIO: "the disk failed",
};

export function fileTrouble(file: string, verb: "read" | "write", error: unknown): FileTrouble {
  if (error instanceof FileTrouble) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reason = REASONS[code] ?? (error instanceof Error ? error.message : String(error));
  const kept = verb === "write" ? " Nothing was changed." : "";
  return new FileTrouble(`Cannot ${verb} ${file}: ${reason}.${kept}`);
}
