import type { FieldSpec, Language } from "../../domain/field";
import { LANGUAGES } from "../../domain/field";
import { matchKey, normalForm } from "./normal-form";

/**
 * Words before a synonym that make it another thing: a discount amount is not the amount, the ship date not the order
 * date.
 */
const OTHER_THING =
  /退款|优惠|優惠|折扣|运费|運費|税|稅|佣金|未|欠|预|預|定金|押金|红包|紅包|成本|积分|積分|余额|餘額|上级|上級|父|discount|tax|ship|deliver|due|freight|refund|tip|fee|birth|parent|old|previous|base|list|update|modif|pay|end|expir|cancel|return/;

/** Short words that name a field alone but not at the end of a longer header. */
const ALONE_ONLY = new Set(
  "name id type order count value state area date total price product item company account status category time region"
    .split(" ")
    .concat([
      "客户",
      "客戶",
      "日期",
      "时间",
      "時間",
      "编号",
      "編號",
      "编码",
      "編碼",
      "名称",
      "名稱",
      "来源",
      "來源",
      "合计",
      "合計",
      "商品",
      "产品",
      "產品",
      "市",
      "类别",
      "類別",
      "价格",
      "價格",
      "状态",
      "狀態",
      "姓名",
      "电话",
      "電話",
    ]),
);

const UNTELLING = new Set("text rating level unit group source description title".split(" "));

/** A header that many tables have: it names a field but says nothing about the table. */
export function isGenericHeader(header: string): boolean {
  const words = normalForm(header);
  return ALONE_ONLY.has(words) || UNTELLING.has(words);
}

interface Candidate {
  readonly key: string;
  readonly rank: number;
  readonly isTail: boolean;
}
const candidates = new WeakMap<FieldSpec, readonly Candidate[]>();

function candidatesOf(spec: FieldSpec): readonly Candidate[] {
  const known = candidates.get(spec);
  if (known) return known;
  const made = LANGUAGES.flatMap((language: Language) =>
    spec.synonyms[language].map((synonym, rank) => ({
      key: matchKey(synonym),
      rank,
      isTail: !ALONE_ONLY.has(normalForm(synonym)),
    })),
  );
  candidates.set(spec, made);
  return made;
}

/**
 * How well a header names a field, 0..1: an exact synonym 0.8..1 by its place in the list (more usual words first), a
 * header that ends with a synonym 0.45..0.6 (both Chinese and English put the thing last), else 0.
 */
export function headerScore(header: string, spec: FieldSpec): number {
  const key = matchKey(header);
  if (key === "") return 0;
  let best = 0;
  for (const { key: synonym, rank, isTail } of candidatesOf(spec)) {
    const place = Math.min(rank, 19) / 100;
    if (key === synonym) best = Math.max(best, 1 - place);
    else if (isTail && key.endsWith(synonym) && synonym.length > 1) {
      const before = key.slice(0, -synonym.length);
      if (!OTHER_THING.test(before)) best = Math.max(best, 0.6 - place / 2);
    }
  }
  return best;
}
