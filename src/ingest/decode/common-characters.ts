/**
 * Frequent characters of everyday and trade Chinese, in both scripts. Not a dictionary: they only have to be far more
 * likely in real text than among the characters that wrong decoding yields.
 */
const SIMPLIFIED =
  "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里" +
  "用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实" +
  "日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体" +
  "政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及" +
  "比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接" +
  "必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且" +
  "权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运" +
  "客户编号称额单价订货退购买销售店铺渠商名称省份城区域业务状态备注电话手机地址姓李赵陈杨黄周吴徐孙林" +
  "有限贸易股份集团科技元税款票付收欠折扣积会员评论情感标签负正华北京深圳苏浙江广州成都武汉型含支酒房服";
const TRADITIONAL =
  "這個們來為國說時會對於過發後裡種經麼學現當沒動還進樣開從實軍無與長機關點業間將兩應戰頭體見產" +
  "話內給門員論義幾認條氣題爾變總電數報結務場計資許統區達強難權設記類據張該規萬覺術領確傳師觀識帶" +
  "導爭運戶編號稱額單價訂貨購買銷鋪狀態備註電話手機貿易團稅折扣積員評論標籤負華聯絡歲廣東蘇灣臺縣";
const SET = new Set(SIMPLIFIED + TRADITIONAL);

export function isCommonCharacter(char: string): boolean {
  return SET.has(char);
}
