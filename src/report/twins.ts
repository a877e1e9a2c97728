/** Formulas beside the simulation, as a table: what was simulated, what the formula says, how far to trust it and where it is printed. */
import type {Result, TwinRow} from "../comparison/comparison.ts";
import {capitalised, type Language} from "../wording/language.ts";
import {foundText} from "../wording/quantity.ts";
import {KIND, twinMeasureName, twinValue} from "../wording/twin.ts";
import {type Markup, markup} from "./markup.ts";
import {phrase} from "./phrases.ts";

/** Null where no station has a formula: the sentences say why. */
export function twinTable({twins, designs}: Result, language: Language): Markup | null {
  const told = twins.filter(({reason}) => reason === null);
  if (told.length === 0) return null;
  const stations = new Set(told.map(({station}) => station));
  const where = (twin: TwinRow) =>
    [designs.length > 1 ? twin.design : null, stations.size > 1 ? twin.station : null, twin.class]
      .filter((part) => part !== null)
      .join(" · ");
  const hasPlaces = told.some((twin) => where(twin) !== "");
  const rows = told.flatMap((twin) =>
    twin.measures.map((measure) => {
      const {simulated, unit} = measure;
      const seen = simulated === null ? "–" : foundText({unit, ...simulated}, language);
      return markup`<tr>${hasPlaces ? markup`<th scope="row" class="name">${where(twin)}</th>` : null}<th scope="row" class="what">${capitalised(twinMeasureName(measure, language))}</th><td>${twin.isSameQuestion ? seen : markup`<small>${seen}</small>`}</td><td>${twinValue(measure, language)}</td><td>${KIND[measure.kind][language]}</td><td class="text">${twin.model}, ${measure.formula[language]}</td></tr>`;
    }),
  );
  const head = [
    ...(hasPlaces ? [phrase("place", language)] : []),
    phrase("measure", language),
    phrase("simulated", language),
    phrase("formula", language),
    phrase("kind", language),
    phrase("whichFormula", language),
  ];
  return markup`<table class="twins"><thead><tr>${head.map((title) => markup`<th scope="col">${title}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`;
}

/** Each formula used: when it holds, and where it is printed. */
export function twinSources({twins}: Result, language: Language): Markup | null {
  const formulas = new Map(twins.flatMap(({measures}) => measures.map((measure) => [measure.formula.en, measure] as const)));
  if (formulas.size === 0) return null;
  return markup`<dl class="facts">${[...formulas.values()].map(({formula, kind, validity, source}) => markup`<dt>${formula[language]} (${KIND[kind][language]})</dt><dd>${validity[language]}. <cite>${source}</cite></dd>`)}</dl>`;
}
