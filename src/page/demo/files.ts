import departures from "./departure-words.json";
import { demoCsv, makeDistributor } from "./distributor";
import words from "./words.json";

/** The demo as files, made anew: orders, customers, service costs, complaints, two surveys, contracts, exits and
 * invoices. Takes most of a second. */
export function makeDemoFiles(): readonly File[] {
  const tables = makeDistributor();
  const { orders, customers, serviceCosts, complaints, surveys, ratings } = tables;
  const { contracts, exits, invoices } = tables;
  const type = "text/csv;charset=utf-8";
  return [
    new File([demoCsv(orders)], words.fileNames.orders, { type }),
    new File([demoCsv(customers)], words.fileNames.customers, { type }),
    new File([demoCsv(serviceCosts)], words.fileNames.serviceCosts, { type }),
    new File([demoCsv(complaints)], words.fileNames.complaints, { type }),
    new File([demoCsv(surveys)], words.fileNames.surveys, { type }),
    new File([demoCsv(ratings)], words.fileNames.ratings, { type }),
    new File([demoCsv(contracts)], departures.fileNames.contracts, { type }),
    new File([demoCsv(exits)], departures.fileNames.exits, { type }),
    new File([demoCsv(invoices)], departures.fileNames.invoices, { type }),
  ];
}
