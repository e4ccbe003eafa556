/** Why a customer left, as the trade divides it: by its own wish (first three) or against it. */
export const CHURN_CAUSES = ["natural", "competition", "fault", "involuntary", "unknown"] as const;
export type ChurnCause = (typeof CHURN_CAUSES)[number];

/** Keaveney's eight reasons for switching (Journal of Marketing 59, 1995), and what none of them names. */
export const SWITCHING_REASONS = [
  "pricing",
  "inconvenience",
  "core-failure",
  "encounter-failure",
  "failure-response",
  "rival",
  "ethics",
  "involuntary",
  "unknown",
] as const;
export type SwitchingReason = (typeof SWITCHING_REASONS)[number];

/** By whose wish: the customer's, ours or nobody's; and, where it was not the customer's, with what intent. */
export const INITIATIVES = [
  "voluntary",
  "involuntary-benign",
  "involuntary-retaliatory",
  "involuntary-malicious",
  "involuntary",
  "unknown",
] as const;
export type Initiative = (typeof INITIATIVES)[number];

type Words<Code extends string> = readonly (readonly [code: Code, pattern: RegExp])[];

// Tables of words, not code: the first pattern that is found names the code. The reader's own words are added here.

const CAUSE_WORDS: Words<ChurnCause> = [
  [
    "involuntary",
    /^被动|^被動|我方主动|我方主動|公司主动|公司主動|欠款|拖欠|坏账|壞帳|恶意|惡意|黑名单|黑名單|involuntary|non-?payment|fraud|blacklist|terminated by us/iu,
  ],
  [
    "competition",
    /竞争|競爭|对手|對手|竞品|競品|同行|价格战|價格戰|服务战|服務戰|competit|rival|better offer|switched to/iu,
  ],
  [
    "natural",
    /自然|搬迁|搬遷|迁址|遷址|停业|停業|歇业|歇業|倒闭|倒閉|关闭|關閉|转行|轉行|退休|去世|破产|破產|不再需要|需求消失|natural|moved|relocat|closed|closure|bankrupt|retire|died|deceased|no longer need/iu,
  ],
  [
    "fault",
    /过失|過失|失误|失誤|质量|質量|品質|服务差|服務差|服务|服務|态度|態度|投诉|投訴|客訴|交期|延误|延誤|缺货|缺貨|不闻不问|不聞不問|置之不理|形象|价格|價格|涨价|漲價|fault|failure|quality|service|attitude|complaint|late|delay|price|pricing|expensive|dissatisf/iu,
  ],
];

const REASON_WORDS: Words<SwitchingReason> = [
  [
    "involuntary",
    /搬迁|搬遷|迁址|遷址|停业|停業|歇业|歇業|倒闭|倒閉|破产|破產|转行|轉行|退休|去世|欠款|拖欠|自然|moved|relocat|closed|closure|bankrupt|retire|died|deceased|non-?payment|involuntary|natural/iu,
  ],
  [
    "failure-response",
    /不闻不问|不聞不問|置之不理|投诉未|投訴未|客訴未|没人处理|沒人處理|无人处理|無人處理|推诿|推諉|no response|ignored|complaint not|poor response/iu,
  ],
  [
    "encounter-failure",
    /态度|態度|冷漠|不耐烦|不耐煩|业务员|業務員|员工|員工|服务差|服務差|attitude|rude|uncaring|impolite|staff|salesperson/iu,
  ],
  [
    "core-failure",
    /质量|質量|品質|发错货|發錯貨|破损|破損|缺陷|账单错|帳單錯|失误|失誤|quality|defect|mistake|billing error|wrong|outage|support/iu,
  ],
  [
    "pricing",
    /价格|價格|涨价|漲價|太贵|太貴|报价|報價|费用|費用|price|pricing|expensive|fee|cost|charges/iu,
  ],
  [
    "inconvenience",
    /交期|延误|延誤|等待|缺货|缺貨|太远|太遠|不方便|不便|物流|配送|late|delay|wait|inconven|distance|hours|stock/iu,
  ],
  ["rival", /竞争|競爭|对手|對手|竞品|競品|同行|competit|rival|better offer|better device/iu],
  [
    "ethics",
    /欺骗|欺騙|不诚信|不誠信|强推|強推|虚假|虛假|安全|回扣|形象|dishonest|deceiv|pushy|unsafe|conflict of interest|ethic/iu,
  ],
];

const INVOLUNTARY = /^被动|^被動|非自愿|非自願|我方|公司主动|公司主動|involuntary|by us|company/iu;
const VOLUNTARY = /主动|主動|自愿|自願|客户|客戶|voluntary|customer/iu;

function firstOf<Code extends string>(words: Words<Code>, texts: readonly string[]): Code | null {
  for (const text of texts) {
    const found = words.find(([, pattern]) => pattern.test(text));
    if (found !== undefined) return found[0];
  }
  return null;
}

/** What an exit says of itself; blank where it does not. The more general word comes first. */
export interface ExitWords {
  readonly group: string;
  readonly reason: string;
  readonly text: string;
  readonly initiative: string;
  readonly intent: string;
  readonly competitor: string;
}

/** By whose wish, and with what intent. */
export function initiativeOf({ initiative, intent }: ExitWords): Initiative {
  const isOurs = INVOLUNTARY.test(initiative);
  if (!isOurs) return VOLUNTARY.test(initiative) ? "voluntary" : "unknown";
  if (/报复|報復|retaliat|reveng/iu.test(intent)) return "involuntary-retaliatory";
  if (/非恶意|非惡意|无恶意|無惡意|benign|no malice|not malicious/iu.test(intent))
    return "involuntary-benign";
  return /恶意|惡意|malic/iu.test(intent) ? "involuntary-malicious" : "involuntary";
}

/** Natural, competitive, by our fault, or involuntary; a named competitor speaks where no word does. */
export function churnCauseOf(words: ExitWords): ChurnCause {
  if (initiativeOf(words).startsWith("involuntary")) return "involuntary";
  const found = firstOf(CAUSE_WORDS, [words.group, words.reason, words.text]);
  if (found !== null) return found;
  return words.competitor === "" ? "unknown" : "competition";
}

/** One of Keaveney's eight; the own words of the customer come before the group. */
export function switchingReasonOf(words: ExitWords): SwitchingReason {
  const found = firstOf(REASON_WORDS, [words.reason, words.text, words.group]);
  if (found !== null) return found;
  return words.competitor === "" ? "unknown" : "rival";
}
