/**
 * The formulas as a library, for Node and browsers: one namespace a file, each solver's answers with kind, validity and source.
 *
 *   import {erlangC, staffing} from "waitline/theory";
 *   erlangC.solveErlangC({arrivalRate: 20 / 3600, serviceTime: 360, servers: 3}).waitTime // {value: 160, kind: "exact", ...}
 *
 * Times are in seconds, rates per second. docs/theory.md lists every formula.
 */
export type {Answer, Formula, Kind, Words} from "./answer.ts";
export type {LongRun, Queue} from "./long-run.ts";
export * as blockingLoop from "./blocking-loop.ts";
export * as bulk from "./bulk.ts";
export * as busyness from "./busyness.ts";
export * as closedNetwork from "./closed-network.ts";
export * as erlangA from "./erlang-a.ts";
export * as erlangB from "./erlang-b.ts";
export * as erlangC from "./erlang-c.ts";
export * as expressLanes from "./express-lanes.ts";
export * as finiteRoom from "./finite-room.ts";
export * as finiteSource from "./finite-source.ts";
export * as fluid from "./fluid.ts";
export * as ggc from "./ggc.ts";
export * as gimc from "./gimc.ts";
export * as hypercube from "./hypercube.ts";
export * as infiniteServer from "./infinite-server.ts";
export * as jackson from "./jackson.ts";
export * as mdc from "./mdc.ts";
export * as mg1 from "./mg1.ts";
export * as mmcg from "./mmcg.ts";
export * as nDesign from "./n-design.ts";
export * as openClasses from "./open-classes.ts";
export * as orderOfService from "./order-of-service.ts";
export * as overflow from "./overflow.ts";
export * as parallelLines from "./parallel-lines.ts";
export * as patience from "./patience.ts";
export * as periodicQueue from "./periodic-queue.ts";
export * as phaseType from "./phase-type.ts";
export * as phphc from "./phphc.ts";
export * as polling from "./polling.ts";
export * as priority from "./priority.ts";
export * as priorityTwoRates from "./priority-two-rates.ts";
export * as processorSharing from "./processor-sharing.ts";
export * as qna from "./qna.ts";
export * as rateOverTime from "./rate-over-time.ts";
export * as redial from "./redial.ts";
export * as retrials from "./retrials.ts";
export * as separateLines from "./separate-lines.ts";
export * as serviceLevel from "./service-level.ts";
export * as shortestLine from "./shortest-line.ts";
export * as squareRootDistance from "./square-root-distance.ts";
export * as squareRootStaffing from "./square-root-staffing.ts";
export * as staffing from "./staffing.ts";
export * as stationaryStaffing from "./stationary-staffing.ts";
export * as terminatingDay from "./terminating-day.ts";
export * as timeVaryingQueue from "./time-varying-queue.ts";
export * as trafficEquations from "./traffic-equations.ts";
export * as transform from "./transform.ts";
export * as transientMmc from "./transient-mmc.ts";
