import { demoCsv, makeDistributor } from "./distributor";
import words from "./words.json";

const { orders, customers } = makeDistributor();
const type = "text/csv;charset=utf-8";
postMessage([
  new File([demoCsv(orders)], words.fileNames.orders, { type }),
  new File([demoCsv(customers)], words.fileNames.customers, { type }),
] satisfies readonly File[]);
