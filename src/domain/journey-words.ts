/**
 * Words by which touchpoints say where they stand on a customer's way: from hearing of it to coming again. Touchpoints are free text of
 * the user's own survey, so the words are looked for inside it; the later step wins, so that "after-sales service" is no sale.
 */
const STEPS: readonly RegExp[] = [
  /官网|官網|网站|網站|广告|廣告|展会|展會|了解|门店|門店|website|advert|exhibition|store\b|awareness/iu,
  /咨询|諮詢|询价|詢價|报价|報價|售前|试用|試用|inquiry|enquiry|quot|pre-?sales|trial/iu,
  /下单|下單|订购|訂購|订货|訂貨|购买|購買|签约|簽約|结账|結帳|order|purchase|sign-?up|checkout|contract/iu,
  /付款|支付|payment|paying/iu,
  /送货|送貨|配送|发货|發貨|交货|交貨|收货|收貨|物流|deliver|shipping|shipment|logistic/iu,
  /安装|安裝|开通|開通|上线|上線|培训|培訓|教育訓練|install|onboarding|set-?up|training/iu,
  /使用|产品体验|產品體驗|usage|using|product/iu,
  /对账|對帳|对帳|开票|開票|发票|發票|账单|帳單|invoice|billing|statement/iu,
  /客服|售后|售後|维修|維修|报修|報修|支持|支援|support|after-?sales|repair|helpdesk|hotline/iu,
  /退换|退換|退货|退貨|换货|換貨|退款|return|refund|exchange/iu,
  /投诉|投訴|客诉|客訴|complain/iu,
  /续约|續約|续费|續費|复购|回购|回購|renew|re-?order|repurchase/iu,
];

/** The step of a touchpoint on the way, from 0; null when no word names it. */
export function journeyStep(touchpoint: string): number | null {
  const step = STEPS.findLastIndex((words) => words.test(touchpoint));
  return step < 0 ? null : step;
}
