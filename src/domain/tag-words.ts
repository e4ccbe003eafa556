/**
 * Words by which the aspects of a survey say what they are about. They are free text of the user's own questionnaire, so the words are
 * looked for inside it, the narrower before the wider: "业务员服务" is about staff, "交货准时" about service. A guess to begin with; the
 * reader lays down what is not so.
 */
export const VALUE_FACETS = ["product", "service", "staff", "image"] as const;
export const COST_FACETS = ["money", "time", "effort", "mind"] as const;

type Facet = (typeof VALUE_FACETS)[number] | (typeof COST_FACETS)[number];
type Words<T> = readonly (readonly [RegExp, T])[];

const FACET_WORDS: Words<Facet> = [
  [
    /价格|價格|价位|價位|性价比|性價比|费用|費用|收费|收費|报价|報價|优惠|優惠|折扣|price|pricing|\bcosts?\b|\bfees?\b|discount|value for money|afford/iu,
    "money",
  ],
  [/等待|等候|排队|排隊|耗时|耗時|时长|時長|waiting|queue|wait time/iu, "time"],
  [
    /费力|費力|省力|方便|便利|便捷|容易|流程|手续|手續|对账|對帳|开票|開票|发票|發票|账单|帳單|停车|停車|effort|\beas[ey]|convenien|process|billing|invoic|parking|check-?in/iu,
    "effort",
  ],
  [
    /放心|安心|担心|擔心|安全感|风险|風險|透明|隐私|隱私|worry|peace of mind|risk|transparen|privacy/iu,
    "mind",
  ],
  [
    /业务员|業務員|人员|人員|员工|員工|店员|店員|服务员|服務員|客服|态度|態度|顾问|顧問|staff|employee|salesperson|sales rep|agent|\bcrew\b|attitude|friendl|courte/iu,
    "staff",
  ],
  [
    /品牌|形象|口碑|信誉|信譽|声誉|聲譽|知名|社会责任|社會責任|brand|image|imag\d|reputation/iu,
    "image",
  ],
  [
    /质量|品质|品質|質量|产品|產品|商品|性能|耐用|外观|外觀|品种|品種|规格|規格|菜品|口味|味道|功能|quality|product|durab|\brange\b|\btaste|food|feature|performance/iu,
    "product",
  ],
  [
    /服务|服務|交货|交貨|送货|送貨|配送|物流|准时|準時|安装|安裝|售后|售後|维修|維修|响应|響應|回复|回覆|培训|教育訓練|service|deliver|install|support|repair|respon|training|on time|punctual/iu,
    "service",
  ],
];

type Trait = "search" | "experience" | "credence";

const TRAIT_WORDS: Words<Trait> = [
  [
    /安全|放心|专业|專業|诚信|誠信|信任|信赖|信賴|可靠|耐用|寿命|壽命|环保|環保|品牌|形象|口碑|信誉|信譽|声誉|聲譽|保密|隐私|隱私|safe|trust|expert|professional|integrity|honest|durab|lifetime|brand|image|imag\d|reputation|privacy|sustainab/iu,
    "credence",
  ],
  [
    /价格|價格|价位|價位|费用|費用|收费|收費|报价|報價|优惠|優惠|折扣|品种|品種|规格|規格|款式|外观|外觀|位置|地点|地點|交通|停车|停車|网点|網點|price|pricing|\bfees?\b|discount|\brange\b|assortment|style|appearance|location|parking|store hours/iu,
    "search",
  ],
  [
    /质量|品质|品質|質量|服务|服務|交货|交貨|送货|送貨|配送|物流|准时|準時|人员|人員|业务员|業務員|员工|員工|态度|態度|安装|安裝|售后|售後|维修|維修|响应|響應|对账|對帳|开票|開票|方便|便利|流程|等待|排队|排隊|口味|味道|菜品|使用|quality|service|deliver|staff|employee|\bcrew\b|attitude|install|support|repair|respon|billing|invoic|\beas[ey]|convenien|process|waiting|\btaste|food|comfort/iu,
    "experience",
  ],
];

type ServiceLevel = "information" | "training" | "support" | "solving" | "care";

const LEVEL_WORDS: Words<ServiceLevel> = [
  [
    /关怀|關懷|关心|關心|问候|問候|情感|体贴|體貼|态度|態度|尊重|热情|熱情|\bcare\b|caring|courte|friendl|empath|attitude|respect/iu,
    "care",
  ],
  [
    /解决|解決|投诉|投訴|客诉|客訴|退换|退換|理赔|理賠|补救|補救|难题|難題|solv|complain|return|refund|claim|recovery/iu,
    "solving",
  ],
  [
    /售后|售後|维修|維修|报修|報修|技术支持|技術支援|技术服务|技術服務|安装|安裝|保养|保養|after-?sales|support|repair|install|maintenance|helpdesk|technical/iu,
    "support",
  ],
  [
    /培训|培訓|教育訓練|咨询|諮詢|顾问|顧問|指导|指導|讲解|講解|教学|教學|train|consult|advice|advis|guidance|teach/iu,
    "training",
  ],
  [
    /信息|資訊|资讯|通知|说明|說明|介绍|介紹|目录|目錄|报价|報價|对账|對帳|账单|帳單|inform|notice|notif|catalog|website|manual|quotation|statement/iu,
    "information",
  ],
];

function first<T>(words: Words<T>, about: string): T | null {
  const text = about.normalize("NFKC");
  return words.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

export const guessedFacet = (about: string): Facet | null => first(FACET_WORDS, about);
export const guessedTrait = (about: string): Trait | null => first(TRAIT_WORDS, about);
export const guessedLevel = (about: string): ServiceLevel | null => first(LEVEL_WORDS, about);
