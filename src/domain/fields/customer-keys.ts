import { derivedField, field } from "../field";

/** How the rows of a table name their customer; `customer` is made from them, a row of `customers`. */
export const customerKeys = {
  customer: derivedField("text"),
  customerId: field(
    "text",
    [
      "客户编号|客户编码|客户代码|客户id|客户号|会员号|会员编号|会员id|买家id|用户id",
      "客戶編號|客戶編碼|客戶代碼|客戶id|客戶號|會員號|會員編號|會員id|買家id|使用者id",
      "customer id|customer no|customer number|customer code|client id|account id|account no|account number|member id|buyer id|user id",
    ],
    "C0102",
  ),
  customerName: field(
    "text",
    [
      "客户名称|客户|客户简称|客户全称|购货单位|往来单位|付款单位|买家|会员名称|公司名称|单位名称",
      "客戶名稱|客戶|客戶簡稱|客戶全名|購貨單位|往來單位|付款單位|買家|會員名稱|公司名稱|單位名稱",
      "customer name|customer|client name|client|account name|account|company|company name|buyer",
    ],
    ["苏南恒信供应链有限公司", "蘇南恆信供應鏈有限公司", "Hengxin Supply Chain"],
  ),
} as const;

/** Who of our own people is responsible. */
export const ownerField = field(
  "category",
  [
    "负责人|业务员|销售员|客户经理|销售代表|经办人|跟进人",
    "負責人|業務員|銷售員|客戶經理|業務代表|經辦人|跟進人",
    "owner|salesperson|sales rep|account manager|sales representative|handled by|agent",
  ],
  ["王芳", "王芳", "Wang Fang"],
);

/** What kind of money the amounts are. */
export const currencyField = field(
  "category",
  ["币种|货币|币别", "幣別|幣種|貨幣", "currency|currency code"],
  ["CNY", "TWD", "USD"],
);
