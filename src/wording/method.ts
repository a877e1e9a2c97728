/** How the numbers were made, in plain words: what a replication is, what ± means, how designs are compared. */
import type {Facts} from "./facts.ts";
import type {Language} from "./language.ts";
import {fixed} from "./number.ts";
import {percent} from "./quantity.ts";

/** Method, one paragraph per item. */
export function methodSentences(facts: Facts, language: Language): string[] {
  const {result} = facts;
  const sure = percent(result.confidence, language);
  const count = fixed(result.replications, 0);
  const isCompared = result.designs.length > 1;
  const isAlone = result.cautions.some(({kind}) => kind === "one long run");
  if (language === "zh") {
    return [
      result.scenario.isDay
        ? `每次重复模拟一个完整的营业日：顾客按文件所述到达、排队、接受服务或放弃。共模拟 ${count} 天，每天的随机数互相独立，因此各天的差异就是不确定性的来源。`
        : isAlone
          ? "本场所不打烊，问题是长期水平：只有一次长期运行，先弃去预热阶段，其后的每个人都计入。"
          : `本场所不打烊，问题是长期水平：每次重复先弃去预热阶段，再统计其后的部分。共 ${count} 次独立重复。`,
      isAlone
        ? `“±” 是 ${sure} 置信区间的半宽，由这一次运行自身算出（N-Skart，Tafazzoli、Steiger、Wilson，2011）：把按到达顺序排列的等待时间分批，批次大到、间隔远到冯·诺依曼检验看不出前后关联为止；再弃去开头的间隔；最后按批均值的偏斜和剩余关联修正学生 t 区间。估计值是弃去开头之后的平均。没有 “±” 的数字没有区间。`
        : `“±” 是 ${sure} 置信区间的半宽，由各次重复之间的差异用学生 t 分布算出（偏斜时作修正）。它说明平均水平估计得多准，并不是说 ${sure} 的日子都落在其中。`,
      `比例（如等待不超过 5 分钟的比例、放弃率）是${isAlone ? "人数" : "各次重复的总人数"}之比；分位数取自全部顾客${isAlone ? "" : "，其区间由各次重复得出"}。“…内得到服务”把放弃者算作未按时服务；“等待不超过”则按其实际等待时间计。“最久的十分之一”指第 90 百分位数。`,
      ...(isCompared
        ? [
            `${crowdText(facts, "zh")}，与第一个方案（“${result.designs[0].name}”）相比。对所有方案同时成立的置信水平为 ${sure}；区间包含零时写作“无显著差异”。两个都不是第一个的方案，只有当它们与第一个的差值区间、或各自的区间不重叠时，才算有差异。`,
            "推荐的规则：先看确定达到的目标数；再依次看费用（若给出价格）、流失率（放弃、见队离去、被拒、关门时未获服务；若价格不计流失，则先于费用）、平均等待、最久十分之一的等待、被超越的比例；在每一项上显著较差者出局。来客数不同的方案不评优劣。",
          ]
        : []),
      "目标的判断：整个区间都在好的一侧为“达到”，都在坏的一侧为“未达到”；区间跨过界限时写“很可能”。",
    ];
  }
  return [
    result.scenario.isDay
      ? `Each replication is one simulated day: customers come as the file says, wait, are served or give up. ${count} days were simulated, independent of each other; how much they differ is where the uncertainty comes from.`
      : isAlone
        ? "The place never closes, so the question is the long run: there was one run, which drops its warm-up and counts everybody who follows."
        : `The place never closes, so the question is the long run: each replication drops its warm-up and counts what follows. There were ${count} independent replications.`,
    isAlone
      ? `The number after ± is the half width of a ${sure} confidence interval that the run makes of itself (N-Skart; Tafazzoli, Steiger and Wilson, 2011). Waits in the order of coming are averaged in batches, so large and so far apart that von Neumann's test sees no order in them any more; the first such distance is dropped; Student's t is corrected for what skewness and correlation the batches still have. The estimate is the mean of what was not dropped. A number without ± has no interval.`
      : `The number after ± is the half width of a ${sure} confidence interval, from the differences between replications with Student's t (corrected where they are skewed). It says how well the average is known, not that ${sure} of days fall inside.`,
    `Shares (who waits at most 5 min, who gives up) are people over people${isAlone ? "" : ", summed over the replications"}. Percentiles are of all customers together${isAlone ? "" : "; their intervals come from the replications"}. “Served within” counts who gives up as not served in time; “wait at most” counts how long they waited. “The worst tenth of visits” is beyond the 90th percentile.`,
    ...(isCompared
      ? [
          `${crowdText(facts, "en")} are compared pair by pair with those of the first design, “${result.designs[0].name}”. Differences hold for all designs at once with ${sure} confidence; where an interval contains zero we say “not significantly different”. Two designs of which neither is the first are called different only when their differences from it, or their own intervals, do not overlap.`,
          "How the recommendation is made: first, how many goals are surely met; then, in this order, cost (where prices are given), those lost (who give up, balk, are refused or turned away; before the cost where the prices leave them out), the mean wait, the worst tenth of visits, those who are overtaken. Whoever is significantly worse at one of these drops out. Designs that bring different numbers of customers are not ranked.",
        ]
      : []),
    "A goal is met when the whole interval lies on the good side of its bound, missed when it lies on the bad side, and “probably” either when the bound is inside.",
  ];
}

/** Whom the designs serve, up to what is compared: the same people, with what they bring unless a design changes that, or others. */
function crowdText(facts: Facts, language: Language): string {
  if (facts.changesArrivals || facts.differsInDemand)
    return language === "zh"
      ? "各方案的来客不同：改动了到达规律或营业时间的方案服务的是另一批顾客，只是使用相同的随机数。比较仍按日配对"
      : "Not all designs serve the same customers: where a design changes who comes, other people come, drawn with the same chance. Days";
  if (facts.changesAppointments)
    return language === "zh"
      ? "各方案服务同一批顾客：预约中的每个位置都是同一个人，来或不来、迟到多少、工作量和耐心都一样，变的只是预约时刻。因此比较的是同一天里的差值（配对比较）"
      : "All designs serve the same customers: position by position in the book the same person comes or stays away, as late, with the same work and patience; only the appointments differ. So days";
  if (facts.changesNeeds)
    return language === "zh"
      ? "各方案服务同一批顾客：同样的到达时刻；服务工作量和耐心也相同，方案改动了的除外。因此比较的是同一天里的差值（配对比较）"
      : "All designs serve the same customers: the same arrivals, and the same work and patience except where a design changes them. So days";
  return language === "zh"
    ? "各方案服务同一批顾客：同样的到达时刻、同样的服务工作量、同样的耐心。因此比较的是同一天里的差值（配对比较）"
    : "All designs serve the same customers: the same arrivals, the same work, the same patience. So days";
}
