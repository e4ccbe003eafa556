import { field, type EntitySpec } from "../field";

/** One row a product: what it is, costs and since when it is sold. */
export const products = {
  id: "products",
  names: [
    "商品",
    "产品",
    "產品",
    "物料",
    "品项",
    "品項",
    "products",
    "items",
    "skus",
    "price list",
  ],
  needs: [["productName", "productId"]],
  dayField: null,
  fields: {
    productId: field(
      "text",
      [
        "商品编号|商品编码|产品编号|产品编码|物料编码|货号|sku|编号|编码",
        "商品編號|商品編碼|產品編號|產品編碼|料號|貨號|sku|編號|編碼",
        "product id|product code|sku|stock code|item id|item no|item code|product no",
      ],
      "P-2031",
    ),
    productName: field(
      "category",
      [
        "商品名称|商品|产品名称|产品|品名|物料名称|货品名称|名称",
        "商品名稱|商品|產品名稱|產品|品名|貨品名稱|名稱",
        "product name|product|item|item name|description|item description",
      ],
      ["铜芯电缆 2.5mm²", "銅芯電纜 2.5mm²", "Copper cable 2.5mm²"],
    ),
    productKind: field(
      "category",
      [
        "商品类别|产品类别|品类|类别|商品分类|产品分类|产品线|大类",
        "商品類別|產品類別|品類|類別|商品分類|產品分類|產品線|大類",
        "category|product category|product line|product type|product kind",
      ],
      ["电线电缆", "電線電纜", "Wire and cable"],
    ),
    brand: field(
      "category",
      ["品牌|牌子", "品牌|牌子", "brand|make"],
      ["远东", "遠東", "Fareast"],
      { telling: true },
    ),
    unitCost: field(
      "money",
      [
        "单位成本|成本价|成本单价|进价|采购价|标准成本",
        "單位成本|成本價|成本單價|進價|採購價|標準成本",
        "unit cost|cost price|standard cost|purchase price|cost",
      ],
      "62.00",
      { telling: true },
    ),
    listPrice: field(
      "money",
      [
        "标准售价|标价|零售价|建议零售价|目录价|售价|单价|价格",
        "標準售價|標價|零售價|建議售價|目錄價|售價|單價|價格",
        "list price|retail price|unit price|price|standard price",
      ],
      "80.00",
      { telling: true },
    ),
    launchedOn: field(
      "date",
      [
        "上市日期|上架日期|投产日期|首发日期",
        "上市日期|上架日期|投產日期|首發日期",
        "launch date|launched on|released on|release date|introduced on",
      ],
      "2024-05-06",
      { telling: true },
    ),
    retiredOn: field(
      "date",
      [
        "停产日期|下架日期|退市日期|停售日期",
        "停產日期|下架日期|退市日期|停售日期",
        "discontinued on|retired on|end of life|end of sale",
      ],
      "2027-12-31",
      { telling: true },
    ),
    supplier: field(
      "category",
      ["供应商|厂家|生产厂家", "供應商|廠商|製造商", "supplier|vendor|manufacturer"],
      ["江南线缆厂", "江南線纜廠", "Jiangnan Cables"],
      { telling: true },
    ),
    measure: field(
      "category",
      ["计量单位|单位|销售单位", "計量單位|單位|銷售單位", "unit of measure|unit|uom"],
      ["卷", "卷", "roll"],
      { telling: true },
    ),
    status: field(
      "category",
      ["商品状态|产品状态|状态", "商品狀態|產品狀態|狀態", "product status|status"],
      ["在售", "銷售中", "active"],
    ),
  },
} as const satisfies EntitySpec;
