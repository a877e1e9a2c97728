/** The README tells what is. */
import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {waitline} from "./fake-io.ts";

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const blocks = [...read("README.md").matchAll(/```(\w*)\n([\s\S]*?)```/g)].map(([, language, text]) => ({language, text}));

test("the answer it shows is the answer (renew it with `npm run golden`)", {timeout: 120_000}, async () => {
  const file = "scenarios/bank-one-line-or-five.yaml";
  const {out} = await waitline(["compare", file], {[file]: read(file)});
  expect(blocks.find(({language}) => language === "")?.text.trimEnd()).toBe(out.trimEnd());
});

test("the scenario it shows can be run", async () => {
  const text = blocks.find(({language}) => language === "yaml")?.text ?? "";
  const {exitCode, err} = await waitline(["compare", "readme.yaml", "--replications", "30"], {"readme.yaml": text});
  expect({exitCode, err}).toEqual({exitCode: 0, err: "Report: reports/readme.html\n"});
});

test("the commands it shows are understood", async () => {
  const lines = blocks.flatMap(({language, text}) => (language === "sh" ? text.split("\n") : []));
  const commands = lines.map((line) => line.replace(/#.*|>.*/g, "").trim()).filter((line) => line.startsWith("waitline "));
  expect(commands.length).toBeGreaterThanOrEqual(6);
  const {out} = await waitline(["init", "bank"]);
  const page = (await waitline(["compare", "bank.yaml", "--replications", "5"], {"bank.yaml": out})).files.get("reports/bank.html") ?? "";
  for (const command of commands) {
    const argv = [...command.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word).slice(1);
    const files = {"bank.yaml": out, "reports/bank.html": page};
    const short = ["run", "compare", "crossing"].includes(argv[0])
      ? ["--replications", "5"]
      : argv[0] === "verify"
        ? ["--only", "traces"]
        : [];
    const {exitCode, err} = await waitline([...argv, ...short], files);
    expect({command, exitCode, err: exitCode === 0 ? "" : err}).toEqual({command, exitCode: 0, err: ""});
  }
});
