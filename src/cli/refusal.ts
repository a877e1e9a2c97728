/** What `commander` says of a command line it cannot follow, plainly and in the user's language. */
import type {Language} from "../wording/language.ts";

const CHINESE: readonly [RegExp, string][] = [
  [/unknown option '(.*?)'/g, "没有选项“$1”。"],
  [/unknown command '(.*?)'/g, "没有命令“$1”。"],
  [/missing required argument '(.*?)'/g, "缺少参数 <$1>。"],
  [/option '(.*?)' argument missing/g, "选项 $1 后面缺少值。"],
  [/option '(.*?)' argument '(.*?)' is invalid\./g, "选项 $1 不能是“$2”。"],
  [/too many arguments(?: for '.*?')?\. Expected (\d+) arguments? but got (\d+)\./g, "参数太多：需要 $1 个，给了 $2 个。"],
  [/\(Did you mean (?:one of )?(.*?)\?\)/g, "是否想写 $1？"],
  [/Allowed choices are (.*?)\./g, "可选：$1。"],
  [/There is no “(.*?)” here\. Choose one of: (.*?)\./g, "没有“$1”。可选：$2。"],
  [/It must be a whole number of (\d+) or more\./g, "应是不小于 $1 的整数。"],
  [/It must be at most (\d+)\./g, "最多 $1。"],
  [/It must not be empty\./g, "不能为空。"],
  [/It must lie between 50% and 100%, for example "95%" or "0\.95"\./g, "应在 50% 和 100% 之间，例如 95% 或 0.95。"],
  [/It must be a path, "=" and a value, for example "(.*?)"\./g, "应是“路径=值”，例如 $1。"],
  [/A value is missing behind the "=", for example "(.*?)"\./g, "“=”后面缺少值，例如 $1。"],
];

/** `text` as `commander` has it, "error: " and all. */
export function sayRefusal(text: string, language: Language): string {
  const plain = text
    .replace(/^error: /, "")
    .replace(
      /command-argument value '(.*?)' is invalid for argument '.*?'\. Allowed choices are (.*?)\./,
      "There is no “$1” here. Choose one of: $2.",
    );
  if (language === "en") return plain;
  return CHINESE.reduce((said, [pattern, words]) => said.replace(pattern, words), plain);
}
