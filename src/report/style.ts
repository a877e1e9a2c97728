/** The look of a page: calm, typographic, one accent. No inline styles anywhere, so that the policy can name this sheet by its hash. */

const PALETTE = {
  light: ["#3f5690", "#8f6210", "#86456c", "#4f6f27", "#566670", "#a84a28"],
  dark: ["#9db2ea", "#dcae5c", "#d99bc0", "#a9cc7a", "#aebcc6", "#eea184"],
};
const DASHES = ["none", "7 3", "2 3", "9 3 2 3", "13 4", "4 2 1 2"];

function seriesRules(): string {
  const rules: string[] = [];
  for (let i = 0; i < 12; i++) {
    const dash = DASHES[(i + Math.floor(i / 6)) % 6];
    rules.push(`.s-${i}{--line:var(--c${i % 6});--dash:${dash}}`);
  }
  return rules.join("\n");
}

const DARK = `color-scheme:dark;--paper:#14171a;--sheet:#1b1f23;--ink:#ebe8e1;--muted:#b0b4b8;--faint:#353b41;--accent:#5ecabf;--on-accent:#0c1a19;--veil:rgba(94,202,191,.12);--bad:#f39b83;
${PALETTE.dark.map((colour, i) => `--c${i}:${colour}`).join(";")};--heat:243,155,131;--shade:rgba(0,0,0,.75)`;
const LIGHT = `color-scheme:light;--paper:#fbfaf7;--sheet:#ffffff;--ink:#1c1f22;--muted:#575c62;--faint:#ddd9d0;--accent:#0a6862;--on-accent:#ffffff;--veil:rgba(10,104,98,.085);--bad:#a02f1b;
${PALETTE.light.map((colour, i) => `--c${i}:${colour}`).join(";")};--heat:168,62,34;--shade:rgba(28,31,34,.3)`;

function heatRules(): string {
  return Array.from({length: 10}, (_, i) => `.h${i}{background:rgba(var(--heat),${(0.42 * (9 - i)) / 9})}`).join("\n");
}

export const STYLE = `
:root{${LIGHT}}
@media (prefers-color-scheme:dark){:root{${DARK}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;font-variant-numeric:tabular-nums lining-nums;overflow-wrap:anywhere}
main{max-width:1120px;margin:0 auto;padding:20px 28px 64px;position:relative}
h1,h2,h3{line-height:1.25;text-wrap:balance}
h1{font-size:clamp(26px,3.9vw,42px);font-weight:650;letter-spacing:-.012em;margin:6px 0 10px;max-width:26em}
.because{font-size:clamp(18px,2vw,21px);line-height:1.4;max-width:46em;margin:0 0 12px}
.numbers{font-size:14px;font-weight:500;color:var(--muted);margin:24px 0 6px}
.gap{margin-top:26px}
.about{display:block;font-size:13px;font-weight:500;letter-spacing:0;line-height:1.4}
:lang(zh) h1{letter-spacing:0;text-wrap:wrap;line-height:1.35;font-size:clamp(23px,3.2vw,34px)}
h2{font-size:22px;font-weight:650;margin:0 0 6px}
h3{font-size:15px;font-weight:650;margin:0 0 4px}
p{margin:0 0 8px}
a{color:var(--accent)}
section{margin-top:44px}
.kicker{color:var(--muted);font-size:14px;margin:0;padding-right:150px}
.kicker b{color:var(--ink);font-weight:650}
.question{color:var(--muted);margin:2px 0 18px;max-width:62em}
.lead{max-width:52em;font-size:17px}
.note{color:var(--muted);font-size:14px;max-width:60em}
.switch{position:absolute;opacity:0;width:1px;height:1px}
.tab{position:absolute;top:16px;font-size:14px;padding:4px 10px;border:1px solid var(--faint);color:var(--muted);cursor:pointer;background:var(--sheet)}
.tab-en{right:84px;border-radius:7px 0 0 7px}
.tab-zh{right:28px;width:57px;border-radius:0 7px 7px 0;text-align:center}
#in-en:checked~.tab-en,#in-zh:checked~.tab-zh{background:var(--accent);border-color:var(--accent);color:var(--on-accent)}
.switch:focus-visible+.tab{outline:3px solid var(--accent);outline-offset:2px}
#in-en:checked~.zh,#in-zh:checked~.en{display:none}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:1px;margin:0;padding:0;border-top:2px solid var(--ink);border-bottom:1px solid var(--faint)}
.figures>div{padding:12px 16px 12px 0;display:flex;flex-direction:column;gap:2px}
.figures dt{color:var(--muted);font-size:13.5px;line-height:1.3}
.figures dd{margin:0;font-size:30px;line-height:1.2;font-weight:600;letter-spacing:-.01em}
.figures small{font-size:14px;font-weight:400;color:var(--muted);letter-spacing:0;white-space:nowrap}
.asides{display:grid;grid-template-columns:repeat(auto-fit,minmax(240px,1fr));gap:14px 32px;margin-top:18px}
.asides h2{font-size:15px;margin:0 0 2px}
.asides p,.asides li{font-size:15px;margin:0}
.asides ul{margin:0;padding-left:18px}
code,.path{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.9em}
.scroll{overflow-x:auto;margin:10px 0 0;background:linear-gradient(to right,var(--paper) 40%,transparent) 0 0/44px 100% no-repeat local,linear-gradient(to left,var(--paper) 40%,transparent) 100% 0/44px 100% no-repeat local,linear-gradient(to right,var(--shade),transparent) 0 0/18px 100% no-repeat scroll,linear-gradient(to left,var(--shade),transparent) 100% 0/18px 100% no-repeat scroll}
.scroll:focus-visible,summary:focus-visible,a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
table{border-collapse:collapse;width:100%;font-size:14.5px;overflow-wrap:normal}
caption{text-align:left;color:var(--muted);font-size:14px;padding:0 0 6px}
th,td{padding:6px 10px;border-bottom:1px solid var(--faint);text-align:right;vertical-align:baseline;white-space:nowrap}
thead th{font-weight:500;color:var(--muted);font-size:13px;border-bottom:1px solid var(--ink);white-space:normal;line-height:1.25;vertical-align:bottom;min-width:74px}
:lang(zh) thead th{word-break:keep-all}
tbody th{font-weight:400}
th:first-child,td:first-child{text-align:left;padding-left:0}
th.name{white-space:normal;min-width:230px;max-width:360px;overflow-wrap:anywhere}
table.twins th.what,table.twins td.text,table.twins thead th:last-child{text-align:left;white-space:normal}
table.twins td.text{min-width:210px}
td small{color:var(--muted);font-size:12.5px}
tr.win>*{background:var(--veil)}
tr.win th.name{font-weight:650;box-shadow:inset 3px 0 var(--accent);padding-left:10px}
tr.win th.name .badge{margin-left:0}
.changes{display:block;color:var(--muted);font-size:13px;font-weight:400}
.pick{display:inline-block;font-size:12px;font-weight:600;color:var(--on-accent);background:var(--accent);border-radius:4px;padding:0 6px;margin-left:6px;white-space:nowrap}
.badge{display:inline-block;min-width:22px;height:22px;line-height:22px;padding:0 5px;border-radius:11px;text-align:center;font-size:12.5px;font-weight:650;background:var(--line,var(--muted));color:var(--paper);margin-right:7px}
.goalsign{white-space:nowrap;font-weight:650}
.met{color:var(--accent)}.missed{color:var(--bad)}.unsure{color:var(--muted)}
.verdicts{margin:14px 0 0;padding:0;display:grid;grid-template-columns:max-content 1fr;column-gap:0}
.verdicts dt{font-weight:650;padding:9px 26px 9px 0;border-bottom:1px solid var(--faint)}
.verdicts dd{margin:0;padding:9px 0;border-bottom:1px solid var(--faint)}
.legend{list-style:none;margin:10px 0 4px;padding:0;display:flex;flex-wrap:wrap;gap:6px 20px;font-size:14px}
.legend li{display:flex;align-items:center;gap:7px;max-width:100%}
.legend .badge{flex:none;margin:0}
.legend svg{flex:none}
.chart{display:block;max-width:100%;height:auto;font-size:12px}
.narrow{display:none}
.panels{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(300px,100%),1fr));gap:26px 40px;margin-top:14px}
.pairs{grid-template-columns:repeat(auto-fill,minmax(min(420px,100%),1fr))}
figure{margin:0}
.panels figure{margin:0;min-width:0}
figcaption{font-size:14.5px;margin-bottom:4px}
figcaption b{font-weight:650}
figcaption span{color:var(--muted)}
svg text{fill:var(--ink)}
svg .tick,svg .axis{fill:var(--muted);font-size:12px}
.grid{stroke:var(--faint);stroke-width:1}
.tickmark{stroke:var(--muted)}
.zero{stroke:var(--ink);stroke-width:1.2}
.goal{stroke:var(--ink);stroke-width:1;stroke-dasharray:2 4}
svg .goal-label{font-size:12px;fill:var(--ink)}
.s-win{--line:var(--accent);--dash:none}
${seriesRules()}
.curve{fill:none;stroke:var(--line);stroke-width:1.7;stroke-dasharray:var(--dash);stroke-linejoin:round}
.curve.s-win{stroke-width:3.2}
.curve.solid{stroke-dasharray:none;stroke-width:2}
.band{fill:var(--line);opacity:.18}
.staff{fill:none;stroke:var(--muted);stroke-width:1.8}
.mark circle{fill:var(--line);stroke:var(--paper);stroke-width:1.5}
.mark text{fill:var(--paper);font-size:12px;font-weight:650}
.look{fill:var(--accent)}.crossing{fill:var(--paper);stroke:var(--ink);stroke-width:2}
svg .side{font-size:12.5px;fill:var(--muted)}
svg .key{font-weight:650}
ol.lead{padding-left:22px;margin:8px 0}
ol.lead li{margin-bottom:6px}
.diff .whisker{stroke:var(--muted);stroke-width:2}
.diff .dot{fill:var(--paper);stroke:var(--muted);stroke-width:2}
.diff.better .dot{fill:var(--accent);stroke:var(--accent)}.diff.better .whisker{stroke:var(--accent)}
.diff.worse .dot{fill:var(--bad);stroke:var(--bad)}.diff.worse .whisker{stroke:var(--bad)}
.diff .key{font-weight:650}
.diff .name{font-size:13px}.diff .value{font-size:12.5px}.diff .key{font-size:13px}
.heat{width:auto}
.heat thead th{text-align:center}
.heat .badge{margin:0}
.heat td,.heat th{padding:2px 8px;border:0;font-size:13px}
.heat thead th{min-width:56px;padding-bottom:5px;border-bottom:1px solid var(--ink)}
.heat td{border:1px solid var(--paper);text-align:center}
.heat td.below{font-weight:700;text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:3px}
${heatRules()}
.goals td,.goals .goalsign{white-space:normal}
.value{white-space:nowrap}
.goals td{min-width:96px}
.goals thead th{word-break:normal;overflow-wrap:anywhere;max-width:220px}
:lang(zh) .goals thead th{word-break:normal}
details{margin-top:12px}
summary{cursor:pointer;color:var(--accent);font-size:14.5px;width:fit-content}
details[open]>summary{margin-bottom:6px}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:4px 24px;font-size:14.5px;margin:10px 0 0}
.facts dt{color:var(--muted)}
.facts dd{margin:0;min-width:0}
.command{display:block;background:var(--sheet);border:1px solid var(--faint);border-radius:6px;padding:8px 12px;overflow-wrap:anywhere}
.method li{margin-bottom:8px;max-width:60em}
.method{padding-left:20px;margin:8px 0 0;font-size:15px}
.all{font-size:13px}
.cautions{border-left:3px solid var(--bad);padding:2px 0 2px 14px;margin:16px 0 0}
.cautions li{list-style:none;font-size:15px}
.cautions ul{padding:0;margin:0}
.cautions h2{font-size:15px;margin:0}
@media (max-width:640px){
main{padding:14px 16px 48px}
.tab{top:10px}.tab-en{right:72px}.tab-zh{right:16px}
.kicker{padding-right:140px;min-height:34px}
.wide{display:none}.narrow{display:block}
.figures{grid-template-columns:1fr 1fr}
.figures dd{font-size:24px}
.verdicts{grid-template-columns:1fr}
th.name{min-width:136px}
th.name .changes{display:none}
.verdicts dt{border:0;padding:9px 0 0}.verdicts dd{padding-top:0}
.facts{grid-template-columns:1fr}.facts dd{margin-bottom:6px}
section{margin-top:34px}
.legend:not(.short){flex-direction:column}
}
@media print{
.method li{margin-bottom:4pt}
:root{${LIGHT};--paper:#fff}
@page{size:A4;margin:14mm 13mm}
body{font-size:10pt}
main{max-width:none;padding:0}
.tab,.switch,.screen{display:none!important}
.kicker{padding:0}
h1{font-size:21pt}h2{font-size:14pt}
.lead{font-size:11pt}
.figures dd{font-size:17pt}
.figures{grid-template-columns:repeat(5,1fr)}
section{margin-top:22pt}
h2,h3,figcaption,caption,summary,.note,.legend{break-after:avoid}
figure,svg,p,table,.whole,.legend,.asides>div,tr,.verdicts dd,.figures{break-inside:avoid}
thead{display:table-header-group}
.panels,.pairs{grid-template-columns:1fr 1fr;gap:12pt 18pt}
.wide{display:block}.narrow{display:none}
.scroll{overflow:visible;background:none}
table{font-size:8.5pt}
th,td{padding:3pt 4pt}
.goals td,.goals small,.all td{white-space:normal!important}
.heat thead th{min-width:0}
thead th{font-size:8pt;min-width:0}
th.name{min-width:80pt}
th.name .changes{display:none}
.changes,td small,.about{font-size:8pt}
.figures dt,.figures small{font-size:8.5pt}
.figures>div{padding-right:8pt}
.because{font-size:12pt}
.asides p,.asides li,.cautions li,.method,.facts,.note,.question,.legend{font-size:9.5pt}
.legend{gap:3pt 12pt}
.badge{min-width:15pt;height:15pt;line-height:15pt;font-size:8pt;border-radius:8pt;padding:0 3pt}
.heat{break-inside:avoid}
.verdicts dd,.verdicts dt{padding-top:4pt;padding-bottom:4pt}
.heat td,.heat th{font-size:7.5pt;padding:1pt 3pt}
.badge,.pick,.mark circle,.dot,.band,.heat td,tr.win>*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
details:not([open]){display:none}
a{color:inherit;text-decoration:none}
}
`;
