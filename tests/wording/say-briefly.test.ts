import {describe, expect, test} from "vitest";
import {sayBriefly} from "../../src/wording/say-briefly.ts";
import {displayWidth, shortened, tamed, wrapped} from "../../src/wording/width.ts";
import {bank, callCentre, priority, relabelled, staffing} from "../report/fixtures.ts";

const brief = (width = 100, language: "en" | "zh" = "en") => sayBriefly(bank(), language, {colour: false, width});

describe("the answer in a terminal", () => {
  test("opens with the verdict", () => {
    expect(brief().split("\n")[0]).toMatch(/^One line is best: /);
  });

  test("no line is wider than the terminal, in either language and with wide characters", () => {
    for (const result of [
      bank(),
      callCentre(),
      priority(),
      staffing(),
      relabelled(bank(), (name) => `窗口排队方案的一个很长很长的名字${name}`),
    ]) {
      for (const language of ["en", "zh"] as const) {
        for (const width of [60, 80, 120]) {
          for (const line of sayBriefly(result, language, {colour: false, width}).split("\n"))
            expect(displayWidth(line), line).toBeLessThanOrEqual(width);
        }
      }
    }
  });

  test("columns of wide characters line up", () => {
    const result = relabelled(bank(), (name) => (name === "one line" ? "一条队" : name));
    const rows = sayBriefly(result, "zh", {colour: false, width: 120})
      .split("\n")
      .filter((line) => line.includes(" ± ") && /^(▸| ) /.test(line));
    expect(rows).toHaveLength(5);
    expect(new Set(rows.map((row) => displayWidth(row.slice(0, row.indexOf(" ± "))))).size).toBe(1);
  });

  test("the recommended design is marked by a sign, not only by weight", () => {
    expect(
      brief()
        .split("\n")
        .filter((line) => line.startsWith("▸ ")),
    ).toEqual([expect.stringContaining("one line")]);
  });

  test("the signs of goals are explained, those that occur", () => {
    const text = brief(200);
    expect(text).toContain("1 80% of customers wait at most 5 min; 2 mean wait at most 4 min; 3 at most 5% of customers give up");
    expect(text).toMatch(/✓ surely met.*✗ surely missed/);
    expect(text).not.toMatch(/~|cannot say/);
    expect(brief(200, "zh")).toContain("✓ 确定达到");
  });

  test("refused people have a column where somebody is refused", () => {
    const result = bank();
    expect(brief(140)).not.toContain("refused");
    const refused = result.estimates
      .filter(({metric, class: name, period}) => metric === "abandonShare" && name === null && period === null)
      .map((row) => ({...row, metric: "blockShare"}));
    const text = sayBriefly({...result, estimates: [...result.estimates, ...refused]}, "en", {colour: false, width: 140});
    expect(text).toContain("refused, %");
  });

  test("without colour there is not one escape", () => {
    expect(brief()).not.toContain("\u001b");
    expect(sayBriefly(bank(), "en", {colour: true, width: 100})).toContain("\u001b[1m");
  });

  test("a label cannot smuggle an escape into the terminal", () => {
    const result = relabelled(bank(), (name) => `\u001b[31m${name}\u0007\u009b2J`);
    expect(sayBriefly(result, "en", {colour: false, width: 100})).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  test("is the same text every time", () => {
    expect(brief()).toBe(brief());
  });
});

describe("width", () => {
  test("Chinese characters take two columns, marks on letters none", () => {
    expect([displayWidth("abc"), displayWidth("等待"), displayWidth("e\u0301"), displayWidth("）")]).toEqual([3, 4, 1, 2]);
  });

  test("a cut text ends with an ellipsis and fits", () => {
    expect(shortened("five lines, people switch", 12)).toBe("five lines,…");
    expect(displayWidth(shortened("一条队伍还是五条队伍", 9))).toBeLessThanOrEqual(9);
    expect(shortened("short", 12)).toBe("short");
  });

  test("Chinese breaks between characters but not before a full stop", () => {
    const lines = wrapped("排队的人等得最久。", 16);
    expect(lines.join("")).toBe("排队的人等得最久。");
    for (const line of lines) expect(line).not.toMatch(/^。/);
  });

  test("a number and its unit stay together", () => {
    expect(wrapped("waits of 3.1\u00a0±\u00a00.2\u00a0min", 12)).toEqual(["waits of", "3.1\u00a0±\u00a00.2\u00a0min"]);
  });

  test("characters that turn the writing direction are replaced", () => {
    expect(tamed("a\u202eb\u001bc")).toBe("a\ufffdb\ufffdc");
  });
});
