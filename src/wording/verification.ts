/** What a verification came to: a table for the terminal, and the same as a page of the documentation. */
import type {CaseOutcome, DeviationUnit, Group, GroupName, PartName, Passed, Skipped, Verification} from "../verification/verification.ts";
import type {Both, Language} from "./language.ts";
import {displayWidth, padded, wrapped} from "./width.ts";

const PARTS: Record<PartName, Both> = {
  "special functions": {en: "special functions", zh: "特殊函数"},
  formulas: {en: "formulas", zh: "公式"},
  traces: {en: "traces", zh: "逐事件记录"},
  simulations: {en: "simulations", zh: "模拟"},
  coverage: {en: "coverage", zh: "区间覆盖率"},
};

const GROUPS: Record<GroupName, Both> = {
  "to 1e-12": {en: "against R", zh: "与 R 对照"},
  "far tails": {en: "against R, probabilities below 1e-100", zh: "与 R 对照，概率低于 1e-100"},
  exact: {en: "exact", zh: "精确"},
  "by numerical methods": {en: "exact, by numerical methods", zh: "精确，由数值方法求得"},
  asymptotic: {en: "asymptotic", zh: "渐近"},
  approximations: {en: "approximations, as published", zh: "近似，与原文一致"},
  systems: {en: "service systems", zh: "服务系统"},
  "event by event": {en: "known to the second", zh: "精确到秒"},
  "long runs and days": {en: "long runs and days", zh: "长期运行与单日"},
  "states and moments": {en: "states and moments", zh: "状态与时刻"},
  sessions: {en: "sessions by appointment", zh: "预约时段"},
  intervals: {en: "95 % intervals", zh: "95 % 区间"},
};

const UNITS: Record<DeviationUnit, Both> = {
  relative: {en: "relative", zh: "相对误差"},
  absolute: {en: "absolute", zh: "绝对误差"},
  "standard errors": {en: "standard errors", zh: "个标准误"},
};

const HEAD: Both[] = [
  {en: "part", zh: "部分"},
  {en: "cases", zh: "案例"},
  {en: "passed", zh: "通过"},
  {en: "failed", zh: "失败"},
  {en: "skipped", zh: "跳过"},
  {en: "largest deviation", zh: "最大偏差"},
  {en: "widest interval", zh: "最宽区间"},
];

export interface SayVerificationOptions {
  /** Columns of the terminal. */
  width: number;
}

/** The table, then whatever failed, then what was skipped and why. */
export function sayVerification(verification: Verification, language: Language, {width}: SayVerificationOptions): string {
  const rows = [HEAD.map((word) => word[language]), ...rowsOf(verification, language)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column]))));
  const table = rows.map((row) =>
    row
      .map((text, column) => padded(text, widths[column], column < 2 || column === 5 ? "left" : "right"))
      .join("  ")
      .trimEnd(),
  );
  const failures = failuresOf(verification).map(({id, told}) => `  ${id}: ${told}`);
  const skipped = skippedByReason(verification).flatMap(([reason, ids]) => [
    `  ${reason} (${ids.length})`,
    ...wrapped(ids.join(" "), Math.max(40, width - 6)).map((line) => `      ${line}`),
  ]);
  return [
    ...table,
    "",
    ...(failures.length > 0 ? [language === "zh" ? "失败：" : "Failed:", ...failures, ""] : []),
    ...(skipped.length > 0 ? [language === "zh" ? "跳过（案例名与原因）：" : "Skipped, by name:", ...skipped, ""] : []),
    sayVerdict(verification, language),
  ].join("\n");
}

/** A case may be checked by a formula and by a simulation. */
export function sayVerdict({passed, failed, skipped, aim, isStopped}: Verification, language: Language): string {
  const percent = `${Number((100 * aim).toPrecision(3))} %`;
  if (language === "zh")
    return `${isStopped ? "已提前停止：" : ""}${passed} 项检查通过，${failed} 项失败，跳过 ${skipped} 个案例。模拟值的 95 % 区间半宽不超过 ${percent}。`;
  return `${isStopped ? "Stopped early: " : ""}${passed} checks passed, ${failed} failed, ${skipped} cases are skipped. Simulated numbers are known to ± ${percent} at 95 %.`;
}

/** One row for each group: name, counts, the largest deviation and whose it is. */
function rowsOf({groups}: Verification, language: Language): string[][] {
  let before: PartName | null = null;
  return groups.map((group) => {
    const {passed, failed, skipped} = countsOf(group);
    const part = group.part === before ? "" : PARTS[group.part][language];
    before = group.part;
    return [
      part,
      GROUPS[group.name][language],
      `${passed}`,
      `${failed}`,
      `${skipped}`,
      deviationOf(group, language),
      group.widest === null ? "" : `± ${(100 * group.widest).toFixed(1)} %`,
    ];
  });
}

function countsOf({cases}: Group): Record<CaseOutcome["verdict"], number> {
  const counts = {passed: 0, failed: 0, skipped: 0};
  for (const {verdict} of cases) counts[verdict]++;
  return counts;
}

/** The case with the largest deviation. */
export function worstOf({cases}: Group): Passed | null {
  let worst: Passed | null = null;
  for (const one of cases) {
    if (one.verdict === "skipped") continue;
    if (worst === null || Number.isNaN(one.deviation) || one.deviation > worst.deviation) worst = one;
  }
  return worst;
}

function deviationOf(group: Group, language: Language): string {
  const worst = worstOf(group);
  if (worst === null) return "";
  const {deviation, id} = worst;
  if (deviation === 0) return language === "zh" ? "无" : "none";
  const size = group.unit === "standard errors" ? deviation.toFixed(1) : deviation.toExponential(1);
  return `${size} ${UNITS[group.unit][language]} (${id})`;
}

export function failuresOf({groups}: Verification): Passed[] {
  return groups.flatMap(({cases}) => cases.filter((one): one is Passed => one.verdict === "failed"));
}

/** Names by reason, in the order of the table. */
export function skippedByReason({groups}: Verification): [reason: string, ids: string[]][] {
  const reasons = new Map<string, string[]>();
  for (const {cases} of groups) {
    for (const one of cases.filter((each): each is Skipped => each.verdict === "skipped")) {
      const ids = reasons.get(one.reason) ?? [];
      reasons.set(one.reason, ids);
      if (!ids.includes(one.id)) ids.push(one.id);
    }
  }
  return [...reasons];
}

/** The page `docs/validation.md`. */
export function validationPage(verification: Verification): string {
  const percent = `${Number((100 * verification.aim).toPrecision(3))} %`;
  const cells = (row: readonly string[]) => `| ${row.map((text) => text.replaceAll("|", "\\|")).join(" | ")} |`;
  const table = [
    cells(HEAD.map(({en}) => en)),
    cells(HEAD.map((_, i) => (i < 2 || i === 5 ? "---" : "---:"))),
    ...rowsOf(verification, "en").map(cells),
  ];
  const functions = verification.groups
    .filter(({part}) => part === "special functions")
    .flatMap((group) =>
      group.cases.map((one) =>
        one.verdict === "skipped"
          ? cells([one.id, GROUPS[group.name].en, "", one.reason])
          : cells([`\`${one.id}\``, GROUPS[group.name].en, one.deviation.toExponential(1), one.told]),
      ),
    );
  const skipped = skippedByReason(verification).map(([reason, ids]) => `- **${reason}** (${ids.length}): ${ids.join(", ")}`);
  const simulated = verification.groups
    .filter(({part}) => part === "simulations" || part === "coverage")
    .flatMap(({cases}) => cases.filter((one): one is Passed => one.verdict !== "skipped"))
    .map(({id, deviation, told}) => cells([id, told, deviation.toFixed(2)]));
  return `${[
    "# Why believe it",
    "",
    "This page is what `waitline verify` prints; `node tools/validation.js` writes it. Run the command on your own machine: the same",
    "cases, the same seeds and the same numbers.",
    "",
    "- *Special functions* are held against R, and where R itself is off against 50 digits.",
    "- *Formulas* are held against published values that were worked out again, to the tolerance of each case: 1e-9 for exact ones.",
    "  An approximation must say what its source says; how far it is from the truth is another question.",
    "- *Traces* are a handful of customers at given moments: everything that happens to them is known to the second.",
    `- *Simulations* go on until the 95 % interval of every number is narrower than ± ${percent}, and the truth must lie within four standard errors.`,
    "- *Coverage*: of many 95 % intervals, so many hold the truth.",
    "",
    sayVerdict(verification, "en"),
    "",
    ...table,
    "",
    "## Skipped, by name",
    "",
    ...skipped,
    "",
    "## Special functions",
    "",
    "| function | region | worst relative error | where |",
    "| --- | --- | ---: | --- |",
    ...functions,
    "",
    "## Simulations",
    "",
    "Value ± half width of the 95 % interval for the truth, and how many standard errors lie between (for coverage: the distance to 0.95).",
    "",
    "| case | found | deviation |",
    "| --- | --- | ---: |",
    ...simulated,
  ].join("\n")}\n`;
}
