import {expect, test} from "vitest";
import {unpairedNeeds} from "../../src/comparison/pairing.ts";
import {compileModel} from "../../src/model/compile.ts";
import {readScenario} from "../../src/scenario/reading/read-scenario.ts";

const TEXT = `
name: Two desks
opening: 09:00 to 12:00
arrivals: { people: { rate: 20/h, patience: exp 20 min } }
stations: { desk: { servers: 1, service: exp 2 min } }
run: { replications: 50, seed: 1 }
compare:
  one desk: {}
  two lines: { stations.desk: { servers: 2, line: each } }
  slower: { stations.desk.service: exp 3 min }
  steadier: { stations.desk.service: lognormal 2 min cv 0.5 }
  patient: { arrivals.people.patience: null }
  by another way: { routes: { r: { a: { at: desk } } }, arrivals.people.route: r }
`;
const [first, ...others] = readScenario(TEXT, "two.yaml", {language: "en"}).designs.map((design) => compileModel(design.scenario));
const unpaired = (i: number) => unpairedNeeds(others[i], first);

test("designs that differ in lines, servers or the mean of a law serve the same people", () => {
  expect(unpaired(0)).toEqual([]);
  expect(unpaired(1)).toEqual([]);
});

test("another kind of law, another step or no patience at all draws that need anew, and is named", () => {
  expect(unpaired(2)).toEqual(["classes.people.service"]);
  expect(unpaired(3)).toEqual(["classes.people.patience"]);
  expect(unpaired(4)).toEqual(["classes.people.service"]);
});
