/** Reference cases of networks: Jackson, closed ones, QNA, hypercube, distances, the N-design. */
import {convolve, meanValueAnalysis} from "../../theory/closed-network.ts";
import {solveHypercube} from "../../theory/hypercube.ts";
import {solveJackson} from "../../theory/jackson.ts";
import {solveNDesign} from "../../theory/n-design.ts";
import {departureSquaredCV} from "../../theory/qna.ts";
import {meanDistanceToNearest} from "../../theory/square-root-distance.ts";
import type {FormulaCase, FormulaFamily, Found} from "./formula-case.ts";
import {given, wanted} from "./reading-cases.ts";

function jackson(one: FormulaCase): Found {
  const servers = given<number[]>(one, "servers");
  const found = solveJackson({
    stations: given<number[]>(one, "external_arrivals").map((arrivalRate, i) => ({
      arrivalRate,
      serviceTime: 1 / given<number[]>(one, "mu")[i],
      servers: servers[i],
    })),
    routing: given(one, "routing"),
  });
  const station = Number(/(\d+)$/.exec(one.metric)?.[1]) - 1;
  return wanted(one, {
    [`throughput station ${station + 1}`]: () => found.arrivalRates[station],
    [`Wq station ${station + 1}`]: () => found.stations[station].waitTime?.value ?? Number.NaN,
  });
}

function closed(one: FormulaCase): Found {
  const found = meanValueAnalysis(given(one, "service_demands"), given(one, "customers"), given(one, "think_time"));
  return wanted(one, {
    throughput: () => found.throughput,
    "total response time": () => found.roundTime,
    "mean number at station 1": () => found.numbers[0],
  });
}

function closedWithServers(one: FormulaCase): Found {
  const demands = given<number[]>(one, "service_demands");
  const servers = given<number[]>(one, "servers");
  const found = convolve(
    [
      ...demands.map((demand, k) => ({demands: [demand], servers: servers[k]})),
      {demands: [given<number>(one, "think_time")], servers: Infinity},
    ],
    [given(one, "customers")],
  );
  return wanted(one, {throughput: () => found.throughputs[0], "mean number at station 1": () => found.numbers[0][0]});
}

function hypercube(one: FormulaCase): Found {
  const rates = given<number[]>(one, "arrival_rates");
  const found = solveHypercube(
    given(one, "servers"),
    given(one, "mu"),
    given<number[][]>(one, "preferences").map((preference, j) => ({preference, arrivalRate: rates[j]})),
    given<string>(one, "policy") === "loss" ? "lost" : "wait",
  );
  return wanted(one, {
    "utilisation of unit 1": () => found.occupancies[0],
    "utilisation of unit 2": () => found.occupancies[1],
    "P(all busy)": () => found.allBusy,
  });
}

function nDesign(one: FormulaCase): Found {
  const agents = (name: string): number => Number(/^(\d+) agents/.exec(given<string>(one, name))?.[1]);
  const found = solveNDesign({
    arrivalRates: [given(one, "lambda1"), given(one, "lambda2")],
    serviceTime: 1 / given<number>(one, "mu"),
    patience: 1 / given<number>(one, "theta"),
    servers: [agents("group1"), agents("group2")],
  });
  return wanted(one, {
    "P(wait>0) class 1": () => found.waiting[0],
    "P(wait>0) class 2": () => found.waiting[1],
    "P(abandon) class 2": () => found.abandoned[1],
    "E[W] class 1 (all)": () => found.waitTime[0],
    "occupancy group 1": () => found.occupancy[0],
  });
}

/** By the `model` of theory.json. */
export const NETWORKS: FormulaFamily = {
  "open Jackson network": jackson,
  "closed product-form network (single servers)": closed,
  "closed product-form network (multi-server station)": closedWithServers,
  "QNA departure SCV": (one) => departureSquaredCV(given(one, "rho"), given(one, "ca2"), given(one, "cs2"), given(one, "m")),
  "hypercube queueing model": hypercube,
  "spatial: mean distance to the nearest of a Poisson field of free units (Euclidean)": (one) =>
    meanDistanceToNearest(given(one, "units_per_km2"), "straight"),
  "spatial: mean L1 distance to the nearest of a Poisson field": (one) => meanDistanceToNearest(given(one, "units_per_km2"), "streets"),
  "N-design multi-skill with abandonment (exact CTMC)": nDesign,
};
