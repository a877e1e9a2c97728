import {createHash} from "node:crypto";
import {gzipSync} from "node:zlib";
import {describe, expect, test} from "vitest";
import type {Result} from "../../src/comparison/comparison.ts";
import {MOST_EMBEDDED_BYTES, pack, unpack} from "../../src/report/embedded.ts";
import {escaped, markup} from "../../src/report/markup.ts";
import {readReport} from "../../src/report/read-report.ts";
import {renderReport} from "../../src/report/render-report.ts";
import {bank, callCentre, priority, relabelled, run, staffing} from "./fixtures.ts";

const RESULTS: [string, () => Result][] = [
  ["five designs of a bank", bank],
  ["seven staff numbers", callCentre],
  ["two classes in the long run", priority],
  ["three priced plans", staffing],
  ["one design", run],
];
const HOSTILE = `</script><script>window.ran=1</script>"'\`><img src=x onerror="window.ran=2">&lt;\u0000\u202e{{7*7}}`;

/** What a browser would take for elements: the page without text, comments and attribute values. */
function elementsOf(html: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [, name] of html.matchAll(/<([a-z][a-z0-9-]*)(?=[\s>/])/gi))
    counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
  return counts;
}

describe("the page", () => {
  test.each(RESULTS)("of %s gives its result back exactly", (_, make) => {
    const result = make();
    expect(readReport(renderReport(result, {language: "en"}))).toEqual(result);
    expect(JSON.stringify(readReport(renderReport(result, {language: "zh"})))).toBe(JSON.stringify(result));
  });

  test.each(RESULTS)("of %s is the same every time and under 400 KB", (_, make) => {
    const html = renderReport(make(), {language: "en"});
    expect(html).toBe(renderReport(make(), {language: "en"}));
    expect(Buffer.byteLength(html)).toBeLessThan(400_000);
  });

  test.each(RESULTS)("of %s holds every number that was asked for: no NaN, undefined or Infinity anywhere", (_, make) => {
    const visible = renderReport(make(), {language: "en"})
      .replace(/<script type="application\/json".*<\/script>/s, "")
      .replace(/<style>.*<\/style>/s, "");
    expect(visible).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });

  test("can be made of next to nothing: one replication, nobody there, no goals, no curves", () => {
    const bare = (row: Result["estimates"][number]) => ({
      ...row,
      value: row.population === "gave up" ? null : row.value,
      halfWidth: null,
      low: null,
      high: null,
    });
    const thin: Result = {...bank(), replications: 1, estimates: bank().estimates.map(bare), comparisons: [], goals: [], distributions: []};
    const empty: Result = {...thin, estimates: [], designs: thin.designs.slice(0, 1)};
    const nobody: Result = {
      ...bank(),
      estimates: bank().estimates.map((row) => ({...row, value: null, halfWidth: null, low: null, high: null})),
      comparisons: bank().comparisons.map((row) => ({...row, difference: null, halfWidth: null, low: null, high: null, significant: null})),
      distributions: bank().distributions.map((curve) => ({...curve, at: [], longer: []})),
    };
    for (const result of [thin, empty, nobody]) {
      for (const language of ["en", "zh"] as const) {
        const visible = renderReport(result, {language})
          .replace(/<script type="application\/json".*<\/script>/s, "")
          .replace(/<style>.*<\/style>/s, "");
        expect(visible.match(/.{0,80}(NaN|undefined|Infinity|\[object).{0,40}/)).toBeNull();
      }
      expect(readReport(renderReport(result, {language: "en"}))).toEqual(result);
    }
    expect(renderReport(nobody, {language: "en"})).toContain("nobody");
  });

  test("opens in the language asked for and holds the other", () => {
    const english = renderReport(bank(), {language: "en"}),
      chinese = renderReport(bank(), {language: "zh"});
    expect(english).toContain('<html lang="en">');
    expect(english).toContain('id="in-en" checked>');
    expect(chinese).toContain('<html lang="zh-Hans">');
    expect(chinese).toContain('id="in-zh" checked>');
    for (const html of [english, chinese]) {
      expect(html).toContain("<h1>One line is best.</h1>");
      expect(html).toContain("<h1>“one line”最好。</h1>");
    }
  });

  test("asks for nothing: no address, no inline style, no event handler, no script that runs", () => {
    for (const [, make] of RESULTS) {
      const html = renderReport(make(), {language: "en"})
        .replace(/<style>.*<\/style>/s, "<style></style>")
        .replace(/"data":"[^"]*"/, "")
        .replace(/sha256-[^&]*/, "");
      const found = (pattern: RegExp) => [...html.matchAll(pattern)].map(([text]) => text);
      expect(found(/(https?:)?\/\/[a-z]\S{0,30}/gi)).toEqual([]);
      expect(found(/<[^>]*\s(style|on[a-z]+)=/gi)).toEqual([]);
      expect(found(/<script[^>]*>/g)).toEqual(['<script type="application/json" id="waitline-result">']);
      expect(found(/<(iframe|object|embed|form|base|link rel="stylesheet)/gi)).toEqual([]);
    }
  });

  test("its policy allows exactly its own style sheet", () => {
    const html = renderReport(bank(), {language: "en"});
    const style = /<style>(.*)<\/style>/s.exec(html)?.[1] ?? "";
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? "";
    expect(policy).toBe(
      `default-src &#39;none&#39;; style-src &#39;sha256-${createHash("sha256").update(style).digest("base64")}&#39;; img-src data:; base-uri &#39;none&#39;; form-action &#39;none&#39;`,
    );
  });

  test("signs are explained, and shares by period say when they are another measure than the goal", () => {
    const html = renderReport(bank(), {language: "en"});
    expect(html).toContain("≈ probably met or missed, ✗ surely missed, ? cannot say.");
    expect(html.includes("here whoever gives up counts as not served in time")).toBe(bank().goals[0].goal.metric === "waitTime");
  });

  test("designs that change who comes are not said to serve the same customers", () => {
    const result = bank();
    const changed = {
      ...result,
      designs: result.designs.map((design, i) => (i === 1 ? {...design, changes: ["arrivals.customers.rate: 60/h"]} : design)),
    };
    expect(renderReport(result, {language: "en"})).toContain("Differences for the same customers");
    expect(renderReport(changed, {language: "en"})).not.toMatch(/serving the same customers|for the same customers|All designs serve/);
  });

  test("identifiers are unique and every one referred to exists", () => {
    const html = renderReport(bank(), {language: "en"});
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of html.matchAll(/(?:aria-labelledby|for)="([^"]+)"/g)) expect(ids).toContain(id);
  });

  test("every chart has a table behind it", () => {
    const article = /<article class="en".*?<\/article>/s.exec(renderReport(bank(), {language: "en"}))?.[0] ?? "";
    for (const section of article.match(/<section.*?<\/section>/gs) ?? []) {
      if (section.includes('class="chart"')) expect(section, section.slice(0, 80)).toContain("<table");
    }
  });

  test("twelve designs have twelve marks and no two are drawn alike", () => {
    const source = bank();
    const names = Array.from({length: 12}, (_, i) => `design ${"abcdefghijkl"[i]}`);
    const rowsOf = <T extends {design: string}>(rows: T[]) =>
      names.flatMap((name) => rows.filter((row) => row.design === "five lines, nearest").map((row) => ({...row, design: name})));
    const html = renderReport(
      {
        ...source,
        designs: names.map((name) => ({name, changes: []})),
        estimates: rowsOf(source.estimates),
        comparisons: rowsOf(source.comparisons).filter(({design}) => design !== names[0]),
        goals: rowsOf(source.goals),
        distributions: rowsOf(source.distributions),
      },
      {language: "en"},
    );
    const classes = new Set(
      [...html.matchAll(/<li><span class="badge (s-\S+)">([A-L])<\/span>/g)].map(([, name, mark]) => `${name} ${mark}`),
    );
    expect(classes.size).toBe(12);
    const looks = [...html.matchAll(/\.s-(\d+)\{--line:(\S+?);--dash:([^}]+)\}/g)].map(([, , line, dash]) => `${line} ${dash}`);
    expect(looks).toHaveLength(12);
    expect(new Set(looks).size).toBe(12);
  });
});

describe("labels that want to be code", () => {
  const tame = renderReport(bank(), {language: "en"});
  const wild = renderReport(
    relabelled(bank(), (name) => HOSTILE + name),
    {language: "en"},
  );

  test("add no element to the page", () => {
    const strip = (html: string) => html.replace(/<script type="application\/json".*<\/script>/s, "");
    expect(elementsOf(strip(wild)).has("script")).toBe(false);
    expect(elementsOf(strip(wild)).has("img")).toBe(false);
    const [before, after] = [elementsOf(strip(tame)), elementsOf(strip(wild))];
    expect([...after.keys()].filter((name) => !before.has(name))).toEqual([]);
  });

  test("are shown as they were written, without the characters that nobody can see", () => {
    expect(wild).toContain(
      "&lt;/script&gt;&lt;script&gt;window.ran=1&lt;/script&gt;&quot;&#39;&#96;&gt;&lt;img src=x onerror=&quot;window.ran=2&quot;&gt;&amp;lt;{{7*7}}one line",
    );
    expect(wild).not.toMatch(/[\u0000\u202e]/);
  });

  test("come back from the page as they were", () => {
    const result = relabelled(bank(), (name) => HOSTILE + name);
    expect(readReport(wild)).toEqual(result);
  });

  test("a template escapes whatever it is given, and only once", () => {
    expect(markup`<b title="${'"<'}">${"a & b"}${markup`<i>${"<"}</i>`}${[1, null, false, "x"]}</b>`.text).toBe(
      '<b title="&quot;&lt;">a &amp; b<i>&lt;</i>1x</b>',
    );
    expect(escaped("line\nbreak\ttab")).toBe("line break tab");
  });
});

describe("the embedded data", () => {
  test("never takes more than 300 KB; what is left out is named on the page", () => {
    let state = 1;
    const noise = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    };
    const source = callCentre();
    const many = Array.from({length: 8}, (_, k) =>
      source.estimates
        .filter(({period}) => period !== null)
        .map((row) => ({...row, class: `class ${k}`, value: noise(), halfWidth: noise(), low: noise(), high: noise()})),
    ).flat();
    const large = {...source, estimates: [...source.estimates, ...many]};
    const {base64, left} = pack(large);
    expect(base64.length).toBeLessThanOrEqual(MOST_EMBEDDED_BYTES);
    expect(left[0]).toBe("periods by class");
    expect(unpack(base64).estimates).toEqual(source.estimates);
    expect(renderReport(large, {language: "en"})).toContain("Left out to keep the file small: periods by class");
    expect(pack(source).left).toEqual([]);
  });

  test("keeps fields that later versions may add, and the difference between null and absent", () => {
    const source = bank();
    const result = {
      ...source,
      estimates: source.estimates.map((row, i) => (i % 2 === 0 ? {...row, later: {deep: [1, "=", "?"]}, word: "="} : row)),
    } as Result;
    expect(unpack(pack(result).base64)).toEqual(result);
  });

  test("holds every double to the last bit", () => {
    const source = bank();
    const odd = [0.1 + 0.2, 1e-300, 4.9e-324, 1.7976931348623157e308, 1 / 3];
    const result = {...source, estimates: source.estimates.slice(0, 5).map((row, i) => ({...row, value: odd[i], low: odd[4 - i]}))};
    expect(unpack(pack(result).base64).estimates.map(({value, low}) => [value, low])).toEqual(odd.map((value, i) => [value, odd[4 - i]]));
  });

  test("a page without data, with damaged data, or from another version is refused in words", () => {
    expect(() => readReport("<html><body>Hello</body></html>")).toThrow("holds no Waitline result");
    const html = renderReport(run(), {language: "en"});
    expect(() => readReport(html.slice(0, -4000))).toThrow("holds no Waitline result");
    expect(() => readReport(html.replace(/("data":".{200}).{8}/, "$1AAAAAAAA"))).toThrow("damaged");
    expect(() => readReport(html.replace('{"schemaVersion":1,"enc', '{"schemaVersion":2,"enc'))).toThrow(
      "another version of Waitline (format 2)",
    );
    const bomb = gzipSync(Buffer.alloc(250_000_000)).toString("base64");
    expect(() => readReport(html.replace(/"data":"[^"]+"/, `"data":"${bomb}"`))).toThrow("damaged");
  });

  test("a label that looks like the data does not get in its way", () => {
    const result = relabelled(
      run(),
      (name) =>
        `<script type="application/json" id="waitline-result">{"schemaVersion":1,"encoding":"gzip+base64","left":[],"data":"AAAA"}</script>${name}`,
    );
    expect(readReport(renderReport(result, {language: "en"}))).toEqual(result);
  });
});
