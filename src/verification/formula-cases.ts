/** Every case that a formula answers, or should: by kind, with its tolerance, or why there is none. */
import {SYSTEMS_CASES, type SystemsCase, THEORY_CASES, type TheoryCase} from "./cases.ts";
import {checkAbsolute, checkDecimals, checkRelative} from "./check.ts";
import {CHANGING_DEMAND} from "./formulas/changing-demand.ts";
import {CHAINS_AND_MOMENTS} from "./formulas/chains-and-moments.ts";
import {ERLANG, ERLANG_SYSTEMS} from "./formulas/erlang.ts";
import type {Found, FormulaCase, FormulaFamily} from "./formulas/formula-case.ts";
import {LAWS, LAWS_SYSTEMS} from "./formulas/laws.ts";
import {NETWORK_SYSTEMS} from "./formulas/network-systems.ts";
import {NETWORKS} from "./formulas/networks.ts";
import type {GroupName, Passed} from "./verification.ts";

export interface FormulaEntry {
  readonly id: string;
  readonly group: GroupName;
  /** A reason where there is no formula. */
  readonly check: string | (() => Passed);
}

/** By model of theory.json. */
export const FORMULAS: FormulaFamily = {...ERLANG, ...LAWS, ...CHANGING_DEMAND, ...NETWORKS};
type Answer = (given: SystemsCase) => Found;
const ofParams = (table: Readonly<Record<string, (params: SystemsCase["params"]) => Found>>): Record<string, Answer> =>
  Object.fromEntries(Object.entries(table).map(([id, answer]): [string, Answer] => [id, ({params}) => answer(params)]));
/** By id of systems.json. */
export const SYSTEMS_FORMULAS: Readonly<Record<string, Answer>> = {
  ...ofParams(CHAINS_AND_MOMENTS),
  ...ofParams(LAWS_SYSTEMS),
  ...ofParams(NETWORK_SYSTEMS),
  ...ERLANG_SYSTEMS,
};

const GROUPS: Partial<Record<TheoryCase["kind"], GroupName>> = {
  exact: "exact",
  "exact-numeric": "by numerical methods",
  asymptotic: "asymptotic",
  approximation: "approximations",
};

/** Why a model has no formula. */
const ELSEWHERE: [RegExp, string][] = [
  [/^appointment schedule/, "appointments: their exact evaluation comes with booking; simulated below"],
  [/^(KN|Rinott|OCBA)/, "choosing the best of many: comes with planning"],
  [/shift|days-off|^as above/, "shifts: come with planning"],
];
const SYSTEMS_ELSEWHERE: Readonly<Record<string, string>> = {
  "oct-ammm-l": "an approximation that is not offered: servers of different speed",
  "oct-mvablo-10": "an approximation that is not offered: blocking in closed networks of three stations and more",
  "oct-gb-5": "bounds that are not offered: geometric bounds",
  "pwf-skill": "staffing by skills: comes with planning",
};

/** In the order of the files, theory first. */
export function formulaEntries(): FormulaEntry[] {
  const theory = THEORY_CASES.flatMap((given): FormulaEntry[] => {
    const group = GROUPS[given.kind];
    if (group === undefined) return []; // simulated, here as elsewhere
    const formula = FORMULAS[given.model];
    if (formula === undefined) {
      const reason = ELSEWHERE.find(([model]) => model.test(given.model))?.[1];
      if (reason === undefined) throw new RangeError(`${given.id}: nobody says what to do with "${given.model}"`);
      return [{id: given.id, group, check: reason}];
    }
    const tolerance = given.tolerance as number;
    return [{id: given.id, group, check: () => checkRelative(given.id, formula(given as FormulaCase), given.expected, tolerance)}];
  });
  const systems = SYSTEMS_CASES.flatMap((given): FormulaEntry[] => {
    const formula = SYSTEMS_FORMULAS[given.id];
    const {id} = given;
    if (formula !== undefined) return [{id, group: "systems", check: () => checkSystem(given, formula)}];
    const reason = SYSTEMS_ELSEWHERE[id];
    if (reason !== undefined) return [{id, group: "systems", check: reason}];
    return [];
  });
  return [...theory, ...systems];
}

/** What was printed is rounded; where it was worked out again, those digits count too. */
function checkSystem(given: SystemsCase, formula: Answer): Passed {
  const {id, expected, recomputed, tolerance_or_exactness: tolerance} = given;
  const found = formula(given);
  const {kind, abs = 0, rel = 0} = tolerance;
  // An interval was simulated elsewhere; what is expected is the exact value.
  if (kind === "simulation-ci") return checkRelative(id, found, expected, 1e-9);
  const printed = abs > 0 ? checkAbsolute(id, found, expected, abs) : checkRelative(id, found, expected, rel);
  if (printed.verdict === "failed" || recomputed === undefined || recomputed === null || kind === "approximation")
    return asPrinted(printed);
  // To eight decimals at least.
  return checkDecimals(id, found, recomputed, 2e-8);

  function asPrinted(one: Passed): Passed {
    const relative = checkRelative(id, found, expected, Infinity).deviation;
    return {
      ...one,
      deviation: relative,
      allowed: relative > 0 && one.deviation > 0 ? (relative / one.deviation) * one.allowed : one.allowed,
    };
  }
}
