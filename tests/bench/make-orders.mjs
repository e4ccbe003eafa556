// Writes the benchmark's orders: seeded, so every run and every machine reads the same bytes.
import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { random } from "./random.mjs";

const SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
const REGIONS = ["华东", "华南", "华北", "华中", "西南", "西北", "东北"];
const CHANNELS = ["直销", "经销", "电商", "门店"];
const CITIES = ["苏州", "无锡", "宁波", "杭州", "南京", "合肥", "温州", "嘉兴", "常州", "绍兴"];
const TRADES = ["建材", "电器", "五金", "照明", "管业", "机电", "装饰", "电缆"];
const GOODS = [
  "铜芯电缆",
  "断路器",
  "配电箱",
  "水龙头",
  "球阀",
  "筒灯",
  "开关面板",
  "线槽",
  "角钢",
  "防水涂料",
];
const HEADER = "单据编号,单据日期,客户编号,客户名称,商品名称,区域,渠道,数量,金额,毛利";

/**
 * @param path file to write, UTF-8 without BOM
 * @param rows orders; a hundredth of them negative (returns)
 * @param customers distinct customers, a few of them large (log-normal weights)
 */
export async function makeOrders(path, rows, customers) {
  const next = random(20251130);
  const out = createWriteStream(path);
  out.write(`${HEADER}\n`);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const names = Array.from(
    { length: customers },
    (_, i) => `${pick(CITIES)}${pick([...SURNAMES])}${pick(TRADES)}${i}`,
  );
  const homes = names.map(() => [pick(REGIONS), pick(CHANNELS)]);
  let block = [];
  for (let i = 0; i < rows; i++) {
    // The square pulls orders towards the first customers: a fifth of them makes most of the sales.
    const customer = Math.floor(next() ** 2 * customers);
    const day = new Date(Date.UTC(2022, 11, 1) + Math.floor(next() * 1095) * 86_400_000);
    const quantity = (next() < 0.01 ? -1 : 1) * (1 + Math.floor(next() * 40));
    const amount = quantity * (5 + Math.floor(next() * 50_000) / 100);
    const [region, channel] = homes[customer];
    block.push(
      `S${String(i >> 1).padStart(6, "0")},${day.toISOString().slice(0, 10)},C${String(customer).padStart(6, "0")},${names[customer]},${pick(GOODS)}${Math.floor(next() * 100)},${region},${channel},${quantity},${amount.toFixed(2)},${(amount * (0.05 + next() * 0.3)).toFixed(2)}`,
    );
    if (block.length === 20_000) {
      if (!out.write(`${block.join("\n")}\n`)) await once(out, "drain");
      block = [];
    }
  }
  out.end(block.length > 0 ? `${block.join("\n")}\n` : "");
  await once(out, "close");
}
