/**
 * A file written whole or not at all: under another name in the same folder, synced to disk, then renamed. Until the rename
 * the old file stands; after it, the new one; on any failure the other name is removed. A link is followed, and stays a link;
 * what is no plain file (a device, a pipe, a folder) is never touched.
 */
import {constants} from "node:fs";
import {access, lstat, mkdir, open, readlink, rename, rm, stat} from "node:fs/promises";
import {basename, dirname, join, resolve} from "node:path";
import type {Both} from "../wording/language.ts";
import {FileTrouble} from "./io.ts";

/** @throws FileTrouble: no right, no room, a folder of that name */
export async function writeWholeFile(asked: string, text: string): Promise<void> {
  const file = await targetOf(asked);
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
    throw fileTrouble(asked, "write", error);
  }
  await syncFolder(folder);
}

/** Before long work: would `writeWholeFile` be allowed? Creates the folder. @throws FileTrouble */
export async function requireWritable(asked: string): Promise<void> {
  const file = await targetOf(asked);
  try {
    await mkdir(dirname(file), {recursive: true});
    await access(dirname(file), constants.W_OK);
  } catch (error) {
    throw fileTrouble(asked, "write", error);
  }
}

/** Where the text goes once links are followed. @throws FileTrouble when something else than a file is there */
async function targetOf(asked: string): Promise<string> {
  let file = asked;
  for (let links = 0; (await lstat(file).catch(() => null))?.isSymbolicLink(); links++) {
    if (links === MOST_LINKS)
      throw new FileTrouble(`Cannot write ${asked}: it is a link that leads to itself.`, `无法写入 ${asked}：它是指向自身的链接。`);
    file = resolve(dirname(file), await readlink(file));
  }
  const status = await stat(file).catch(() => null);
  if (status?.isDirectory()) {
    const example = join(asked, "report.html");
    throw new FileTrouble(
      `Cannot write ${asked}: it is a folder. Give a file name, for example --out ${example}.`,
      `无法写入 ${asked}：它是文件夹。请给出文件名，例如 --out ${example}。`,
    );
  }
  if (status !== null && !status.isFile())
    throw new FileTrouble(
      `Cannot write ${asked}: it is a device or a pipe, not a file. Give the name of a file.`,
      `无法写入 ${asked}：它是设备或管道，不是文件。请给出文件名。`,
    );
  return file;
}

const MOST_LINKS = 40;

/** The rename is on disk too; not every system can say so. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close().catch(() => {});
}

const REASONS: Record<string, Both> = {
  ENOENT: {en: "there is no such file", zh: "没有这个文件"},
  EACCES: {en: "you may not", zh: "没有权限"},
  EPERM: {en: "you may not", zh: "没有权限"},
  EROFS: {en: "the disk is read-only", zh: "磁盘是只读的"},
  ENOSPC: {en: "the disk is full", zh: "磁盘已满"},
  EDQUOT: {en: "your share of the disk is full", zh: "磁盘配额已满"},
  EISDIR: {en: "it is a folder", zh: "它是文件夹"},
  ENOTDIR: {en: "part of the path is a file, not a folder", zh: "路径中有一部分是文件而不是文件夹"},
  EEXIST: {en: "part of the path is a file, not a folder", zh: "路径中有一部分是文件而不是文件夹"},
  ENAMETOOLONG: {en: "the name is too long", zh: "名称太长"},
  EMFILE: {en: "too many files are open", zh: "打开的文件太多"},
  EIO: {en: "the disk failed", zh: "磁盘出错"},
};

/** Why, in words; what the system says where we have none. */
export function reasonOf(error: unknown): Both {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const message = error instanceof Error ? error.message : String(error);
  return REASONS[code] ?? {en: message, zh: message};
}

export function fileTrouble(file: string, verb: "read" | "write", error: unknown): FileTrouble {
  if (error instanceof FileTrouble) return error;
  const {en, zh} = reasonOf(error);
  return verb === "write"
    ? new FileTrouble(`Cannot write ${file}: ${en}. Nothing was changed.`, `无法写入 ${file}：${zh}。没有改动任何内容。`)
    : new FileTrouble(`Cannot read ${file}: ${en}.`, `无法读取 ${file}：${zh}。`);
}
