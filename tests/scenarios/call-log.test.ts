import {existsSync, readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {parse} from "yaml";
import {deriveFromLog, kaplanMeier, meanPatience, readCallLog, type Wait} from "./call-log.ts";

const root = new URL("../../", import.meta.url);
const logFile = new URL("../shared/data/bank-call-centre-1999-01.csv", root);
const present = existsSync(logFile);
const testWithLog = (name: string, check: () => void): void =>
  test.skipIf(!present)(present ? name : `${name} (skipped: the call log is not beside the project)`, check);

let derived: ReturnType<typeof deriveFromLog> | undefined;
const fromLog = (): ReturnType<typeof deriveFromLog> => (derived ??= deriveFromLog(readFileSync(logFile, "utf8")));

interface ScenarioFile {
  opening: string;
  arrivals: {calls: {rate: Record<string, string>; busyness: string; patience: string}};
  stations: {agents: {service: string}};
}
const scenario = parse(readFileSync(new URL("scenarios/bank-call-centre-1999.yaml", root), "utf8")) as ScenarioFile;
const page = readFileSync(new URL("docs/bank-call-centre-1999.md", root), "utf8");

describe("the log is the one its README describes", () => {
  testWithLog("31,599 calls, 240 of them phantom; 27,060 say agent, 4,299 hang", () => {
    expect(fromLog().facts).toMatchObject({
      rows: 31_599,
      phantoms: 240,
      agent: 27_060,
      hang: 4_299,
      hungUpInMenu: 1_219,
      dayLate: 33,
      typeAA: 2,
    });
  });

  testWithLog("26,783 talks last 185.349 s on average, and 1,234 of them less than 10 s", () => {
    const {talks, meanTalkTime, talksUnderTenSeconds} = fromLog().facts;
    expect([talks, talksUnderTenSeconds]).toEqual([26_783, 1_234]);
    expect(meanTalkTime).toBeCloseTo(185.349, 3);
  });

  testWithLog("13,585 were served after 69.772 s in line, 13,475 at once; 3,080 gave up after 61.138 s", () => {
    const {facts} = fromLog();
    expect([facts.servedAfterWaiting, facts.servedWithoutWaiting, facts.gaveUpWaiting]).toEqual([13_585, 13_475, 3_080]);
    expect([facts.withoutTalkAfterWaiting, facts.withoutTalkWithoutWaiting]).toEqual([104, 173]);
    expect(facts.meanWaitTimeOfServed).toBeCloseTo(69.772, 3);
    expect(facts.meanWaitTimeOfGaveUp).toBeCloseTo(61.138, 3);
  });

  testWithLog("the month has 19 Sundays to Thursdays with 28,290 calls; Monday 11 and Tuesday 12 are missing", () => {
    const {days, facts} = fromLog();
    expect(facts.onWorkingDays).toBe(28_290);
    expect(days).toHaveLength(19);
    expect([days[0], days.at(-1)]).toEqual(["1999-01-03", "1999-01-31"]);
    expect(days).not.toContain("1999-01-11");
    expect(days).not.toContain("1999-01-12");
  });
});

describe("the scenario says what the log gives", () => {
  const {calls} = scenario.arrivals;

  testWithLog("calls arrive at the average rate of their half hour, from 07:00 to 24:00", () => {
    expect(scenario.opening).toBe("07:00 to 24:00");
    expect(Object.entries(calls.rate)).toEqual(fromLog().rates.map((rate) => [rate.at, `${Math.round(rate.callsPerHour)}/h`]));
  });

  testWithLog("days differ beyond chance by 18%, of which a straight line through January explains half", () => {
    const {busyness} = fromLog();
    expect(calls.busyness).toBe(`cv ${Math.round(100 * busyness.cv)}%`);
    expect(busyness.cvKnowingDate).toBeCloseTo(0.094, 3);
    expect(busyness.cvKnowingWeekday).toBeCloseTo(0.198, 3); // five means cost more than they explain
    expect(busyness.cvKnowingBoth).toBeCloseTo(0.091, 3);
    expect(busyness.cvWhenReachable).toBeCloseTo(0.191, 3);
    expect(busyness.slopePerDay).toBeCloseTo(-18.3, 1);
  });

  testWithLog("one caller in twelve gave up, after waits that make patience 7.6 min", () => {
    const {asked, patience, asLived} = fromLog();
    expect(calls.patience).toBe(`exp ${(patience.mean / 60).toFixed(1)} min`);
    expect([asked, patience.waits, patience.gaveUp, patience.totalWaitTime]).toEqual([19_700, 11_032, 1_585, 722_102]);
    expect(asLived.gaveUpShare).toBeCloseTo(0.0805, 4);
    expect(asLived.meanWaitTimeOfGaveUp).toBeCloseTo(55.97, 2);
  });

  testWithLog("a talk of 10 s and more lasts 198 s, with a standard deviation 1.1 times that", () => {
    const {service} = fromLog();
    expect(scenario.stations.agents.service).toBe(`lognormal ${Math.round(service.mean)} s cv ${service.cv.toFixed(1)}`);
    expect([service.talks, service.fullTalks]).toEqual([18_077, 17_455]);
  });

  testWithLog("56% of regular callers waited, and 54.6% were answered within 20 s", () => {
    const {asLived} = fromLog();
    expect(asLived.waitedShare).toBeCloseTo(0.56, 3);
    expect(asLived.answeredWithin20Share).toBeCloseTo(0.546, 3);
    expect(asLived.averageSpeedOfAnswer).toBeCloseTo(34.96, 2);
  });
});

describe("the page says what the log gives", () => {
  const tableRows = page.split("\n").filter((line) => line.startsWith("|"));

  testWithLog("every half hour, with its count, fewest, most and rates", () => {
    const printed = tableRows.filter((row) => /^\| \d\d:\d\d \|/.test(row));
    expect(printed).toEqual(
      fromLog().rates.map(
        (rate) =>
          `| ${rate.at} | ${rate.calls} | ${rate.fewest} | ${rate.most} | ${rate.callsPerHour.toFixed(2)} | ${rate.callsPerHourWhenReachable.toFixed(2)} |`,
      ),
    );
  });

  testWithLog("every day, with its count", () => {
    const {days, busyness} = fromLog();
    const printed = [...page.matchAll(/(Sun|Mon|Tue|Wed|Thu) (\d+): ([\d,]+)/g)].map(([, , day, count]) => [
      Number(day),
      Number(count?.replace(",", "")),
    ]);
    expect(printed).toEqual(days.map((day, i) => [Number(day.slice(-2)), busyness.totals[i]]));
  });

  testWithLog("how many are still patient, by Kaplan-Meier and by the exponential law", () => {
    const {patience} = fromLog();
    const printed = tableRows.filter((row) => /^\| \d+ s \|/.test(row));
    expect(printed).toEqual(
      [10, 30, 60, 120, 180, 300, 600].map(
        (time) => `| ${time} s | ${patience.survival(time).toFixed(3)} | ${Math.exp(-time / patience.mean).toFixed(3)} |`,
      ),
    );
  });

  testWithLog("the half hours in which no regular caller reached anyone", () => {
    const {interruptions} = fromLog();
    expect(interruptions).toEqual([
      "1999-01-10 22:00",
      "1999-01-13 10:00",
      "1999-01-13 10:30",
      "1999-01-13 11:00",
      "1999-01-14 21:00",
      "1999-01-14 21:30",
      "1999-01-24 20:30",
    ]);
  });

  testWithLog("the counts left out, and the callers of other types", () => {
    const {askedWhileClosed, hungUpInMenu, phantoms, dayLate, withoutTalkRecord, allTypes, service, patience} = fromLog();
    expect([askedWhileClosed, hungUpInMenu, phantoms, dayLate, withoutTalkRecord]).toEqual([48, 501, 160, 31, 38]);
    expect(allTypes.asked).toBe(27_046);
    expect(allTypes.regularTalkShare).toBeCloseTo(0.784, 3);
    expect(allTypes.talkTimePerDay / 3600).toBeCloseTo(64.6, 1);
    expect([service.meanTalkTime, service.meanOfFittedLogs]).toEqual([expect.closeTo(191.77, 2), expect.closeTo(195.31, 2)]);
    expect([service.talkTimeCV, service.cvOfFittedLogs]).toEqual([expect.closeTo(1.138, 3), expect.closeTo(1.045, 3)]);
    expect([patience.meanByFirstMinute, patience.meanWithoutDayLate]).toEqual([expect.closeTo(387.96, 2), expect.closeTo(456.78, 2)]);
  });
});

describe("reading and deriving", () => {
  const header = "call,ivr_entry,ivr_exit,queue_entry,queue_exit,service_start,service_end,outcome,service_type,priority,agent";

  test("queue times 24 hours late are taken back a day, and the wait stays what it was", () => {
    const [call] = readCallLog(
      `${header}\n1,1999-01-03T13:55:04,1999-01-04T13:54:24,1999-01-04T13:54:24,1999-01-04T13:56:10,1999-01-03T13:56:09,1999-01-03T13:57:28,agent,PS,2,A01\n`,
    );
    expect(call).toMatchObject({askedAt: Date.UTC(1999, 0, 3, 13, 54, 24) / 1000, waitTime: 106, talkTime: 79, isDayLate: true});
  });

  test("who is answered at once asked when the talk began, and did not wait in line", () => {
    const [call] = readCallLog(
      `${header}\r\n1,1999-01-03T09:00:00,1999-01-03T09:00:10,,,1999-01-03T09:00:09,1999-01-03T09:02:09,agent,PS,0,A01\r\n`,
    );
    expect(call).toMatchObject({askedAt: Date.UTC(1999, 0, 3, 9, 0, 9) / 1000, waitTime: undefined, talkTime: 120, isDayLate: false});
  });

  test("other columns and unreadable moments are refused", () => {
    expect(() => readCallLog("when,who\n")).toThrow(RangeError);
    expect(() => readCallLog(`${header}\n1,noon,1999-01-03T09:00:10,,,,,hang,PS,0,\n`)).toThrow(RangeError);
  });

  // Fixture of domain/output-analysis.md, section 9.2.
  const times = [5, 8, 8, 12, 15, 20, 22, 30, 30, 45, 60, 60, 75, 90, 120];
  const flags = [0, 1, 0, 0, 1, 0, 1, 0, 1, 1, 0, 1, 0, 1, 0];
  const waits: Wait[] = times.map((waitTime, i) => ({waitTime, gaveUp: flags[i] === 1}));

  test("who is answered still counts as patient: Kaplan-Meier on fifteen waits", () => {
    const survival = kaplanMeier(waits);
    expect([8, 15, 22, 30, 45, 60, 90].map(survival)).toEqual(
      [0.928571, 0.844156, 0.750361, 0.656566, 0.547138, 0.43771, 0.218855].map((share) => expect.closeTo(share, 6)),
    );
    expect([0, 7.9].map(survival)).toEqual([1, 1]);
    expect(survival(119)).toBe(survival(90));
  });

  test("patience is all time waited over those who gave up, more than twice the wait of those who did", () => {
    expect(meanPatience(waits)).toBeCloseTo(600 / 7, 10);
    expect(meanPatience(waits, 30)).toBeCloseTo((5 + 8 + 8 + 12 + 15 + 20 + 22 + 8 * 30) / 4, 10);
  });
});
