/** Headings, legends and captions of a page, in both languages. What a result says is worded in `wording/`. */
import type {Both, Language} from "../wording/language.ts";

const PHRASES = {
  risk: {en: "Risk", zh: "风险"},
  money: {en: "Money", zh: "费用"},
  assumed: {en: "Assumed, not measured", zh: "假设（未经测量）"},
  nothingAssumed: {en: "The file marks none of its figures as an assumption.", zh: "文件没有把任何数字标为假设。"},
  finePrint: {en: "Fine print about single numbers", zh: "关于个别数字的说明"},
  cautions: {en: "Mind this", zh: "请注意"},
  numbersOf: {en: "# in numbers", zh: "#的主要数字"},
  atAGlance: {en: "The designs at a glance", zh: "各方案一览"},
  oneAtAGlance: {en: "The day in numbers", zh: "主要数字"},
  glanceNote: {
    en: "Value ± half width of its confidence interval; both ends (0–0.3) where it is lopsided; ≈ where there is none, ? where it says nothing.",
    zh: "数值 ± 置信区间半宽；不对称时写两端（0–0.3）；≈ 表示没有区间，? 表示无法得知。",
  },
  signs: {
    en: "Goals: ✓ surely met, ≈ probably met or missed, ✗ surely missed, ? cannot say.",
    zh: "目标：✓ 确定达到，≈ 可能达到或未达到，✗ 确定未达到，? 无法判断。",
  },
  goals: {en: "Goals", zh: "目标"},
  goalsInDetail: {en: "The goals in detail", zh: "目标详情"},
  design: {en: "Design", zh: "方案"},
  class: {en: "Class", zh: "类别"},
  period: {en: "Joined", zh: "到达时段"},
  recommended: {en: "recommended", zh: "推荐"},
  verdicts: {en: "What each design is good at", zh: "各有所长"},
  fairness: {en: "Fairness and evenness in numbers", zh: "公平与均匀的数字"},
  fairnessNote: {
    en: "A slip: somebody who came later is called before you. Discrimination: time served, less an equal part of the staff while you are there; its spread over customers. Gini: 0 when all wait alike, near 1 when few wait for all. Idle: share of staffed time idle while somebody waits in the place.",
    zh: "被超越：后来者先被叫到。歧视：所得服务减去在场期间均等份额，此处为顾客之间的标准差。基尼系数：人人等待相同为 0，少数人等待极久则接近 1。闲置：有人等待时在岗却闲置的工时比例。",
  },
  waits: {en: "Who waits longer than how long", zh: "等待时间分布"},
  waitsNote: {
    en: "Each curve falls from everybody to nobody: at #, its height is the share of people who wait longer than #. Lower and steeper is better.",
    zh: "每条曲线从“所有人”降到“无人”：横轴 #处的高度就是等待超过 #的人的比例。越低、越陡越好。",
  },
  waitsTable: {en: "The curves as a table", zh: "曲线对应的表格"},
  waitsCaption: {en: "Share who wait longer, %", zh: "等待更久的比例，%"},
  longerThan: {en: "Longer than", zh: "超过"},
  differences: {en: "Differences for the same customers", zh: "同一批顾客下的差值"},
  differencesNote: {
    en: "Each design minus #, serving the same customers. ● better, ◆ worse, ○ not significantly different. The bar is the interval.",
    zh: "各方案减去#，服务同一批顾客。● 更好，◆ 更差，○ 无显著差异。横线为区间。",
  },
  differencesUnlike: {en: "Differences between the designs", zh: "各方案的差值"},
  differencesUnlikeNote: {
    en: "Each design minus #. They do not serve the same customers, because designs change who comes. ● better, ◆ worse, ○ not significantly different. The bar is the interval.",
    zh: "各方案减去#。有的方案改变了来客，因此服务的不是同一批顾客。● 更好，◆ 更差，○ 无显著差异。横线为区间。",
  },
  differencesTable: {en: "The differences in words and as a table", zh: "差值的文字与表格"},
  day: {en: "Through the day", zh: "一天之中"},
  dayNote: {
    en: "Staff on duty, and people waiting with the confidence band of their average. All designs on the same scales. The last period includes the work after closing.",
    zh: "在岗人数，以及排队人数的平均值及其置信带。各方案使用同一刻度。最后一个时段含关门后的工作。",
  },
  dayTable: {en: "People waiting and staff as a table", zh: "排队与在岗人数表"},
  staffOnDuty: {en: "staff on duty", zh: "在岗人数"},
  levels: {en: "Share #, by the time they joined, %", zh: "按到达时段，#的比例，%"},
  levelsNote: {en: "The more colour, the worse; underlined is below the goal of #.", zh: "着色越重越差；带下划线者低于 # 的目标。"},
  levelsUnlike: {
    en: "Not the same as “#” above: here whoever gives up counts as not served in time, so the shares are lower.",
    zh: "与上文的“#”不同：这里放弃者算作未按时得到服务，因此比例较低。",
  },
  levelsNoteNoGoal: {en: "The more colour, the worse.", zh: "着色越重越差。"},
  periodWait: {en: "Mean wait by the time of joining", zh: "按到达时段的平均等待"},
  appointments: {en: "Appointments: who waits, who idles, who stays late", zh: "预约：谁等待、谁空闲、谁加班"},
  appointmentsNote: {
    en: "The wait of the booked counts from the later of arrival and appointment; from arrival, the time they came early is added. Idle time of the whole session runs to closing; until the last it ends with the last departure, or the last appointment if that is later. Overtime is that of the last to leave.",
    zh: "有预约者的等待从到达与预约中较晚者算起；“自到达起”再加上早到的时间。全时段空闲算到关门；“至最后一人”算到最后一人离开，或最后一个预约（取较晚者）。加班按最后离开的人计。",
  },
  byPosition: {en: "Mean wait by position in the book", zh: "按预约次序的平均等待"},
  position: {en: "Position", zh: "次序"},
  classes: {en: "By class of customer", zh: "按顾客类别"},
  stations: {en: "By station", zh: "按服务点"},
  station: {en: "Station", zh: "服务点"},
  twins: {en: "The formula beside the simulation", zh: "公式与模拟对照"},
  twinTable: {en: "Every number that has a formula", zh: "有公式可对照的全部数字"},
  twinSources: {en: "When these formulas hold, and where they are printed", zh: "公式的适用条件与出处"},
  place: {en: "Where", zh: "位置"},
  measure: {en: "Measure", zh: "指标"},
  simulated: {en: "Simulated", zh: "模拟"},
  formula: {en: "Formula", zh: "公式"},
  kind: {en: "Kind", zh: "类型"},
  whichFormula: {en: "Which", zh: "公式名称"},
  method: {en: "How these numbers were made", zh: "这些数字是怎么来的"},
  repeat: {en: "To repeat it exactly", zh: "如何完全重现"},
  command: {en: "Command", zh: "命令"},
  seed: {en: "Seed", zh: "随机种子"},
  replications: {en: "Replications", zh: "重复次数"},
  version: {en: "Version", zh: "版本"},
  scenario: {en: "Scenario", zh: "情景文件"},
  data: {en: "Data", zh: "数据"},
  dataNote: {
    en: "All numbers are inside this file. “waitline show” prints them; “waitline show --json” hands them to R or pandas.",
    zh: "所有数字都在本文件中。“waitline show” 可显示，“waitline show --json” 可供 R 或 pandas 读取。",
  },
  leftOut: {
    en: "Left out to keep the file small: #. The command above makes them again.",
    zh: "为控制文件大小略去：#。上述命令可重新得到。",
  },
  nobody: {en: "nobody", zh: "无人"},
  changes: {en: "What it changes", zh: "改动"},
  unlike: {en: "significant", zh: "显著"},
  peoplePerHour: {en: "people", zh: "人"},
} satisfies Record<string, Both>;

export type PhraseName = keyof typeof PHRASES;

/** A phrase with # replaced. */
export function phrase(name: PhraseName, language: Language, filling = ""): string {
  return PHRASES[name][language].replaceAll("#", () => filling);
}
