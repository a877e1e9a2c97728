/** The command as a shell sees it: exit codes, what goes to which stream, help. */
import {describe, expect, test} from "vitest";
import type {Result} from "../../src/comparison/comparison.ts";
import {commandLineOf} from "../../src/cli/command-line.ts";
import {COMMANDS} from "../../src/cli/commands.ts";
import {inThisThread} from "../../src/replication/in-this-thread.ts";
import type {Runner} from "../../src/replication/runner.ts";
import {FileTrouble} from "../../src/cli/io.ts";
import {fileTrouble} from "../../src/cli/whole-file.ts";
import {VERSION} from "../../src/version.ts";
import {ALONE, BANK, waitline} from "./fake-io.ts";

const bank = {"bank.yaml": BANK};
const json = (out: string) => JSON.parse(out) as Result;

describe("help", () => {
  test("nothing asked: the list of commands, done", async () => {
    const {exitCode, out, err} = await waitline([]);
    expect(exitCode).toBe(0);
    for (const name of ["compare", "run", "check", "init", "schema", "show", "completion", "doctor"])
      expect(out).toMatch(new RegExp(`^  ${name}\\b`, "m"));
    expect(err).toBe("");
  });

  test.for(COMMANDS.map(({name}) => name))("%s --help goes to standard output", async (name) => {
    const {exitCode, out, err} = await waitline([name, "--help"]);
    expect({exitCode, err}).toEqual({exitCode: 0, err: ""});
    expect(out).toContain(`Usage: waitline ${name}`);
  });

  test("compare --help does not promise the same customers to designs that change who comes", async () => {
    expect((await waitline(["compare", "--help"])).out).toMatch(/serves the same customers, unless it changes who comes/);
  });

  test.for(["compare", "run", "check", "init", "schema", "show", "completion", "doctor"])("%s --help has an example", async (name) => {
    expect((await waitline([name, "--help"])).out).toMatch(new RegExp(`Examples:\\n  \\$ .*waitline ${name}`));
  });

  test("the front page, laid out without the package that reads command lines, is the package's own page", async () => {
    const ofThePackage = (await waitline(["--help", "--help"])).out;
    expect(ofThePackage).toContain("compare [options] <scenario>   Which");
    for (const asked of [[], ["--help"], ["help"]]) expect((await waitline(asked)).out).toBe(ofThePackage);
  });

  test("a terminal of 80 columns gets lines that fit", async () => {
    const {out} = await waitline(["--help"], {}, () => ({width: 80}));
    expect(out).toContain("schema [options]");
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test("--version", async () => {
    expect(await waitline(["--version"])).toMatchObject({exitCode: 0, out: `${VERSION}\n`, err: ""});
  });
});

describe("options that cannot be read: exit code 2, nothing on standard output, the way to the help", () => {
  test.for([
    [["compar", "bank.yaml"], /Did you mean compare\?/],
    [["compare", "bank.yaml", "--sead", "7"], /Did you mean --seed\?/],
    [["compare"], /missing required argument 'scenario'/],
    [["compare", "bank.yaml", "more.yaml"], /too many arguments/],
    [["compare", "bank.yaml", "--replications", "ten"], /whole number of 1 or more/],
    [["compare", "bank.yaml", "--replications", "0"], /whole number of 1 or more/],
    [["compare", "bank.yaml", "--replications", "1e3"], /whole number of 1 or more/],
    [["compare", "bank.yaml", "--threads", "-1"], /whole number of 1 or more/],
    [["compare", "bank.yaml", "--threads", "1000"], /at most 256/],
    [["compare", "bank.yaml", "--confidence", "1"], /between 50% and 100%/],
    [["compare", "bank.yaml", "--set", "servers"], /a path, "=" and a value/],
    [["compare", "bank.yaml", "--language", "de"], /en, zh/],
    [["compare", "bank.yaml", "--seed"], /argument missing/],
    [["compare", "bank.yaml", "--set", "stations.tellers.servers="], /A value is missing/],
    [["compare", "bank.yaml", "--seed", ""], /must not be empty/],
    [["compare", "bank.yaml", "--out", " "], /must not be empty/],
    [["compare", "bank.yaml", "--first", "4294967296"], /at most 4294967295/],
    [["init", "banc"], /There is no “banc” here\. Choose one of: bank, call-centre/],
    [["completion", "tcsh"], /bash, zsh, fish/],
  ] as [string[], RegExp][])("%s", async ([argv, words]) => {
    const {exitCode, out, err} = await waitline(argv, bank);
    expect({exitCode, out}).toEqual({exitCode: 2, out: ""});
    expect(err).toMatch(words);
    expect(err).toMatch(/Help: waitline .*--help/);
    expect(err).not.toMatch(/\n\s+at /);
  });

  test.for(["plan", "book", "fit"])("%s says politely that it comes later", async (name) => {
    const {exitCode, err} = await waitline([name, "anything"]);
    expect(exitCode).toBe(2);
    expect(err).toContain("later version");
  });

  test("a file that is not there", async () => {
    const {exitCode, err, out} = await waitline(["run", "no.yaml"]);
    expect({exitCode, out}).toEqual({exitCode: 2, out: ""});
    expect(err).toContain("Cannot read no.yaml: there is no such file.");
  });

  test("a file with a mistake: place and remedy", async () => {
    const {exitCode, err, out} = await waitline(["run", "bank.yaml"], {"bank.yaml": BANK.replace("servers: 2", "servers: two")});
    expect({exitCode, out}).toEqual({exitCode: 2, out: ""});
    expect(err).toMatch(/bank\.yaml:11/);
  });
});

describe("run and compare", () => {
  test("compare: the answer on standard output, the report where it belongs, the rest on standard error", async () => {
    const {exitCode, out, err, files} = await waitline(["compare", "scenarios/bank.yaml"], {"scenarios/bank.yaml": BANK});
    expect(exitCode).toBe(0);
    expect(out).toContain("two lines");
    expect(out).not.toContain("Report:");
    expect(err).toContain("Report: reports/bank.html");
    expect(files.get("reports/bank.html")).toMatch(/^<!doctype html>/);
  });

  test("--json: one document and nothing else; no report unless asked for", async () => {
    const {out, files} = await waitline(["compare", "bank.yaml", "--json"], bank);
    const result = json(out);
    expect(result).toMatchObject({schemaVersion: 1, version: VERSION, command: "compare", seed: "2026", replications: 12, complete: true});
    expect(result.designs.map(({name}) => name)).toEqual(["one line", "two lines"]);
    expect(result.comparisons.length).toBeGreaterThan(0);
    expect([...files.keys()]).toEqual(["bank.yaml"]);
    expect([...(await waitline(["compare", "bank.yaml", "--json", "--out", "x/y.html"], bank)).files.keys()]).toContain("x/y.html");
  });

  test("--json holds nothing of the machine: threads and paths do not change a byte", async () => {
    const one = await waitline(["compare", "bank.yaml", "--json", "--threads", "1"], bank);
    const seven = await waitline(["compare", "/home/someone/bank.yaml", "--json", "--threads", "7"], {"/home/someone/bank.yaml": BANK});
    expect(one.threads).toEqual([1]);
    expect(seven.threads).toEqual([7]);
    expect(seven.out).toBe(one.out);
    expect(one.out).not.toContain("someone");
  });

  test("another seed is another answer, the same seed the same", async () => {
    const [a, b, c] = await Promise.all(["1", "1", "2"].map((seed) => waitline(["run", "bank.yaml", "--json", "--seed", seed], bank)));
    expect(a.out).toBe(b.out);
    expect(json(a.out).estimates).not.toEqual(json(c.out).estimates);
  });

  test("--replications and --set are heard, and the recorded command repeats them", async () => {
    const argv = ["run", "bank.yaml", "--json", "--replications", "5", "--set", "stations.tellers.servers=4", "--confidence", "90%"];
    const {out} = await waitline(argv, bank);
    const result = json(out);
    expect(result).toMatchObject({replications: 5, confidence: 0.9});
    expect(result.commandLine).toBe(
      "waitline run bank.yaml --set stations.tellers.servers=4 --seed 2026 --replications 5 --confidence 0.9",
    );
    const again = await waitline([...result.commandLine.split(" ").slice(1), "--json"], bank);
    expect(again.out).toBe(out);
  });

  test("run takes the file as it stands, by the name of the design that changes nothing, and says so", async () => {
    const {out, err} = await waitline(["run", "bank.yaml", "--json"], bank);
    expect(json(out).designs.map(({name}) => name)).toEqual(["one line"]);
    expect(json(out).comparisons).toEqual([]);
    expect(err).toContain("waitline compare bank.yaml");
  });

  test("compare needs something to compare, and shows how to write it", async () => {
    const {exitCode, err, out} = await waitline(["compare", "bank.yaml"], {"bank.yaml": ALONE});
    expect({exitCode, out}).toEqual({exitCode: 2, out: ""});
    expect(err).toContain("compare:");
    expect(err).toContain("vary:");
    expect(err).toContain("waitline run bank.yaml");
  });

  test('"-" reads standard input', async () => {
    const {exitCode, out, files} = await waitline(["run", "-"], {"-": ALONE});
    expect(exitCode).toBe(0);
    expect(out.length).toBeGreaterThan(20);
    expect([...files.keys()]).toContain("reports/scenario.html");
  });

  test("--no-report", async () => {
    expect([...(await waitline(["run", "bank.yaml", "--no-report"], bank)).files.keys()]).toEqual(["bank.yaml"]);
  });

  test("--quiet: nothing on standard error", async () => {
    expect((await waitline(["run", "bank.yaml", "--quiet"], bank)).err).toBe("");
  });

  test("--verbose: the time of each stage", async () => {
    expect((await waitline(["run", "bank.yaml", "--verbose"], bank)).err).toMatch(
      /read \d+ ms, simulate on 1 thread \d+ ms, say \d+ ms, render the report \d+ ms, write it \d+ ms/,
    );
  });

  test("--language zh speaks Chinese", async () => {
    const {out, err} = await waitline(["compare", "bank.yaml", "--language", "zh"], bank);
    expect(out).toMatch(/[\u4e00-\u9fff]/);
    expect(err).toContain("报告：reports/bank.html");
  });

  test("a missed goal is 1 with --strict and 0 without", async () => {
    const hard = {"bank.yaml": BANK.replace("80% of customers", "100% of customers").replace("at most 5 min", "at most 1 s")};
    expect((await waitline(["run", "bank.yaml"], hard)).exitCode).toBe(0);
    expect((await waitline(["run", "bank.yaml", "--strict"], hard)).exitCode).toBe(1);
    const easy = {"bank.yaml": BANK.replace("80% of customers wait at most 5 min", "1% of customers wait at most 60 min")};
    expect((await waitline(["run", "bank.yaml", "--strict"], easy)).exitCode).toBe(0);
  });

  test("--first shows a part of a run again: replications 4 to 6 are those of the whole", async () => {
    const {exitCode, out} = await waitline(["run", "bank.yaml", "--json", "--first", "4", "--replications", "3"], bank);
    expect(exitCode).toBe(0);
    expect(json(out)).toMatchObject({replications: 3, complete: true});
    expect(json(out).commandLine).toContain("--first 4");
  });
});

describe("what is asked is what is done", () => {
  const vary = {"day.yaml": `${ALONE}vary: { stations.tellers.servers: 3 to 5 }\n`};

  test("run takes the file as it stands and --set over it, compare refuses a --set it would ignore", async () => {
    const run = await waitline(["run", "day.yaml", "--json", "--set", "stations.tellers.servers=4"], vary);
    const four = await waitline(["run", "a.yaml", "--json"], {"a.yaml": ALONE.replace("servers: 2", "servers: 4")});
    expect(json(run.out).estimates.map(({value}) => value)).toEqual(json(four.out).estimates.map(({value}) => value));
    const compared = await waitline(["compare", "day.yaml", "--set", "stations.tellers.servers=4"], vary);
    expect({exitCode: compared.exitCode, out: compared.out}).toEqual({exitCode: 2, out: ""});
    expect(compared.err).toContain("waitline run");
  });

  test("compare --strict is content with one design that surely meets every goal", async () => {
    const goals = (text: string) => ({"bank.yaml": text.replace("80% of customers wait at most 5 min", "mean wait at most 30 s")});
    const rich = BANK.replace("stations.tellers: { line: each, join: at random }", "stations.tellers.servers: 9");
    expect((await waitline(["compare", "bank.yaml", "--strict"], goals(rich))).exitCode).toBe(0);
    expect((await waitline(["compare", "bank.yaml", "--strict"], goals(BANK))).exitCode).toBe(1);
  });

  test("--out and --no-report together are refused", async () => {
    const {exitCode, err} = await waitline(["run", "bank.yaml", "--out", "x.html", "--no-report"], bank);
    expect(exitCode).toBe(2);
    expect(err).toContain("use one of them");
  });

  test("the recorded command names the file as it was typed, unless that tells of the machine", async () => {
    const line = async (file: string) => json((await waitline(["run", file, "--json"], {[file]: ALONE})).out).commandLine.split(" ")[2];
    expect(await line("scenarios/bank.yaml")).toBe("scenarios/bank.yaml");
    expect(await line("/home/anna/bank.yaml")).toBe("bank.yaml");
    expect(await line("../anna/bank.yaml")).toBe("bank.yaml");
  });

  test("a report that cannot be written is known before the work, with a remedy", async () => {
    const {exitCode, err, threads} = await waitline(["run", "bank.yaml"], bank, () => ({
      requireWritable: async (file) => {
        throw new FileTrouble(`Cannot write ${file}: you may not.`, `无法写入 ${file}：没有权限。`);
      },
    }));
    expect({exitCode, threads}).toEqual({exitCode: 2, threads: []});
    expect(err).toMatch(/--out.*--no-report/);
  });

  test("a report that cannot be written after all does not cost the answer", async () => {
    const {exitCode, err, out} = await waitline(["run", "bank.yaml"], bank, () => ({
      write: async (file) => {
        throw new FileTrouble(`Cannot write ${file}: the disk is full.`);
      },
    }));
    expect(exitCode).toBe(2);
    expect(out).toContain("mean wait");
    expect(err).toMatch(/disk is full.*--no-report/s);
  });

  test("much work is announced, and too much is refused before it begins", async () => {
    const workless = () => ({workers: async () => Object.assign(async () => {}, {close: async () => {}})});
    const much = await waitline(
      ["run", "bank.yaml", "--replications", "1000000", "--set", "arrivals.customers.rate=300/h"],
      bank,
      workless,
    );
    expect(much.err).toMatch(/about 600 million customers: roughly 5 min 0 s to 10 min 0 s/);
    const huge = {
      "long.yaml": ALONE.replace(/opening.*\nclosing.*\n/, "").replace("replications: 12", "replications: 200, length: 1000000 d"),
    };
    const {exitCode, err, threads} = await waitline(["run", "long.yaml"], huge, workless);
    expect({exitCode, threads}).toEqual({exitCode: 2, threads: []});
    expect(err).toContain("160 billion customers");
    expect((await waitline(["run", "bank.yaml"], bank)).err).not.toContain("customers");
  });
});

describe("in Chinese", () => {
  test.for([
    [["run", "nofile.yaml"], "无法读取"],
    [["run", "bank.yaml", "--sead", "1"], "没有选项“--sead”。"],
    [["run", "bank.yaml", "--replications", "0"], "应是不小于 1 的整数。"],
    [["run"], "缺少参数 <scenario>。"],
    [["init", "banc"], "没有“banc”。可选：bank"],
    [["run", "bank.yaml", "--out", ""], "不能为空"],
  ] as [string[], string][])("%s", async ([argv, words]) => {
    const {exitCode, err} = await waitline(argv, bank, (io) => ({
      language: "zh",
      read: (file) =>
        file === "nofile.yaml" ? Promise.reject(fileTrouble(file, "read", Object.assign(new Error(), {code: "ENOENT"}))) : io.read(file),
    }));
    expect(exitCode).toBe(2);
    expect(err).toContain(words);
    expect(err).not.toMatch(/must be|Cannot|unknown|missing|Help:/);
  });
});

test("a line that only grows is told in both languages with a remedy, exit code 3", async () => {
  for (const words of [
    "more than ten million people are waiting: there the line only grows",
    "7 customers never leave: there the line only grows",
  ])
    for (const language of ["en", "zh"]) {
      const {exitCode, err} = await waitline(["run", "bank.yaml", "--language", language], bank, () => ({
        workers: async () => Object.assign(() => Promise.reject(new RangeError(words)), {close: async () => {}}),
      }));
      expect(exitCode).toBe(3);
      expect(err).toContain("waitline check");
      expect(err).toMatch(language === "en" ? /the line only grows/ : /队伍只会越来越长/);
    }
});

test("a job that no server ever finishes is told in both languages with a remedy, exit code 3", async () => {
  const text = `opening: 09:00 to 10:00
arrivals: { people: { rate: 5/h } }
stations:
  machine: { servers: 2, service: always 10 min, breakdowns: { every: always 4 min, repair: always 1 min, work: restart } }
`;
  for (const language of ["en", "zh"]) {
    const {exitCode, err} = await waitline(["run", "machine.yaml", "--no-report", "--language", language], {"machine.yaml": text});
    expect(exitCode).toBe(3);
    expect(err).toMatch(language === "en" ? /At “machine” .* long enough on end .*\n.*`resume`/ : /在“machine”.*十万次.*\n.*`resume`/);
  }
});

test("doctor in a folder without the right to write: exit code 2, not our mistake", async () => {
  const {exitCode, out} = await waitline(["doctor"], {}, () => ({
    requireWritable: () => Promise.reject(new FileTrouble("Cannot write reports: you may not.")),
  }));
  expect(out).toContain("FAILED  reports/ can be written: Cannot write reports: you may not.");
  expect(exitCode).toBe(2);
});

test("init --help lists its kinds, and init names the schema where it lies", async () => {
  expect((await waitline(["init", "--help"])).out).toMatch(/bank.*call-centre.*priority.*staffing/s);
  const schema = "node_modules/waitline/schema/scenario.schema.json";
  expect((await waitline(["init"], {[schema]: "{}"})).out).toMatch(/^# yaml-language-server: \$schema=\.\/node_modules/);
  expect((await waitline(["init"])).out).not.toMatch(/^# yaml-language-server/m);
});

test("check with many designs is at most 100 columns wide", async () => {
  const {out} = await waitline(["check", "day.yaml"], {"day.yaml": `${ALONE}vary: { stations.tellers.servers: 3 to 14 }\n`});
  expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  for (const design of [1, 5, 8]) expect(out).toContain(`${design}: servers`);
});

describe("stopping", () => {
  test("Ctrl-C: what was finished is reported, marked incomplete, exit code 130", async () => {
    const stop = new AbortController();
    const {exitCode, out, err} = await waitline(["run", "bank.yaml", "--json", "--replications", "100000"], bank, () => ({
      interruptible: async (work) => {
        setTimeout(() => stop.abort(), 300);
        return work(stop.signal);
      },
    }));
    expect(exitCode).toBe(130);
    const result = json(out);
    expect(result.complete).toBe(false);
    expect(result.replications).toBeGreaterThan(0);
    expect(result.replications).toBeLessThan(100_000);
    expect(err).toContain(`Stopped after ${result.replications} of 100000 replications`);
  });

  test("before the first replication there is nothing to report", async () => {
    const {exitCode, out, err} = await waitline(["run", "bank.yaml", "--json"], bank, () => ({
      interruptible: (work) => work(AbortSignal.abort()),
    }));
    expect({exitCode, out}).toEqual({exitCode: 130, out: ""});
    expect(err).toContain("before the first replication");
  });
});

describe("progress", () => {
  test("on a terminal a bar with replications, half width and time left", async () => {
    let now = 0;
    const {statuses, err} = await waitline(["run", "bank.yaml", "--replications", "50"], bank, () => {
      const ticks: (() => void)[] = [];
      return {
        isWatched: true,
        now: () => (now += 20),
        every: (_, tick) => {
          ticks.push(tick);
          return () => {};
        },
        workers: async () => {
          const runner: Runner = (plan, take, signal) =>
            inThisThread(
              plan,
              (designs) => {
                take(designs);
                for (const tick of ticks) tick();
              },
              signal,
            );
          return Object.assign(runner, {close: async () => {}});
        },
      };
    });
    expect(statuses.at(-1)).toBe("");
    expect(statuses.find((line) => line.includes("left"))).toMatch(/█+░+ \d+ of 50 replications, mean wait .*\s±\s.*,\s\d+\ss left/);
    expect(err).not.toContain("█");
  });

  test("elsewhere a plain line now and then", async () => {
    const {err} = await waitline(["run", "bank.yaml"], bank, () => ({
      every: (milliseconds, tick) => {
        expect(milliseconds).toBe(10_000);
        tick();
        return () => {};
      },
    }));
    expect(err).toMatch(/^0 of 12 replications$/m);
  });
});

describe("the other commands", () => {
  test("check tells the model and does not simulate", async () => {
    const {exitCode, out, threads} = await waitline(["check", "bank.yaml"], bank);
    expect(exitCode).toBe(0);
    expect(out).toContain("tellers");
    expect(threads).toEqual([]);
  });

  test("init prints a scenario that check understands", async () => {
    const {exitCode, out} = await waitline(["init", "bank"]);
    expect(exitCode).toBe(0);
    expect((await waitline(["check", "new.yaml"], {"new.yaml": out})).exitCode).toBe(0);
  });

  test("init --out does not write over a file", async () => {
    expect((await waitline(["init", "--out", "new.yaml"])).files.get("new.yaml")).toContain("arrivals:");
    const {exitCode, err, files} = await waitline(["init", "--out", "bank.yaml"], bank);
    expect(exitCode).toBe(2);
    expect(err).toContain("already there");
    expect(files.get("bank.yaml")).toBe(BANK);
  });

  test("schema prints JSON Schema", async () => {
    const {exitCode, out} = await waitline(["schema"]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(out).$schema).toContain("json-schema.org");
  });

  test("show reads a report back: the same data, the same words", async () => {
    const made = await waitline(["compare", "bank.yaml"], bank);
    const files = Object.fromEntries(made.files);
    expect((await waitline(["show", "reports/bank.html"], files)).out).toBe(made.out);
    const shown = await waitline(["show", "reports/bank.html", "--json"], files);
    const told = await waitline(["compare", "bank.yaml", "--json"], bank);
    expect(json(shown.out).comparisons).toEqual(json(told.out).comparisons);
    expect((await waitline(["show", "reports/bank.html", "--scenario"], files)).out).toBe(BANK);
  });

  test("show says so when a page is not a report", async () => {
    const {exitCode, err} = await waitline(["show", "page.html"], {"page.html": "<p>hello</p>"});
    expect(exitCode).toBe(2);
    expect(err).toContain("page.html:");
  });

  test("doctor finds that all is well", async () => {
    const {exitCode, out} = await waitline(["doctor"]);
    expect(out).not.toContain("FAILED");
    expect(exitCode).toBe(0);
  });

  test.for(["bash", "zsh", "fish"])("completion for %s knows every command", async (shell) => {
    const {exitCode, out} = await waitline(["completion", shell]);
    expect(exitCode).toBe(0);
    for (const {name} of COMMANDS) expect(out).toContain(name);
    expect(out).toContain("replications");
  });
});

describe("trouble of ours", () => {
  test("a bug is exit code 70, an apology and no stack; --verbose shows it", async () => {
    const broken = () => ({
      workers: () => {
        throw new Error("the moon is full");
      },
    });
    const {exitCode, err, out} = await waitline(["run", "bank.yaml"], bank, broken);
    expect({exitCode, out}).toEqual({exitCode: 70, out: ""});
    expect(err).toContain("the moon is full");
    expect(err).not.toMatch(/\n\s+at /);
    expect((await waitline(["run", "bank.yaml", "--verbose"], bank, broken)).err).toMatch(/\n\s+at /);
  });

  test("customers who go round without taking time: the simulation cannot answer, exit code 3", async () => {
    const {exitCode, err} = await waitline(["run", "bank.yaml"], bank, () => ({
      workers: async () =>
        Object.assign(
          async () => {
            throw new RangeError('a million events at one instant (5 s): customers go round "turn" without taking any time');
          },
          {close: async () => {}},
        ),
    }));
    expect(exitCode).toBe(3);
    expect(err).toContain("round the step “turn” without taking any time (at 00:00)");
    expect(err).toContain("Give a `service` or a `wait`");
  });

  test("a lost chunk is told with the command that runs it again", async () => {
    const {exitCode, err} = await waitline(["run", "bank.yaml"], bank, () => ({
      workers: async () =>
        Object.assign(
          async () => {
            throw Object.assign(new Error("The worker died twice"), {name: "ChunkLost", chunk: {first: 4, count: 3}});
          },
          {close: async () => {}},
        ),
    }));
    expect(exitCode).toBe(70);
    expect(err).toContain("waitline run bank.yaml --seed 2026 --replications 3 --first 4 --threads 1");
  });
});

test("a recorded command survives the shell", () => {
  const line = commandLineOf({
    command: "run",
    file: "my bank.yaml",
    set: [{path: "name", value: "It's"}],
    seed: "2026",
    first: 0,
    replications: 30,
    confidence: 0.95,
  });
  expect(line).toBe(`waitline run 'my bank.yaml' --set 'name=It'\\''s' --seed 2026 --replications 30`);
});
