import type { Messages } from "../../messages";
import { fieldNames } from "./field-names";

export const fields = {
  entity: {
    orders: "Orders",
    customers: "Customers",
    products: "Products",
    service_costs: "Service costs",
    invoices: "Invoices",
    payments: "Payments",
    surveys: "Surveys",
    complaints: "Complaints",
    contacts: "Contacts",
    people: "People",
    deals: "Deals",
    campaigns: "Campaigns",
    contracts: "Contracts",
    exits: "Exits",
  },
  ...fieldNames,
  lineKind: {
    sale: "Sale",
    return: "Return",
    cancelled: "Cancelled",
    free: "Free or zero price",
  },
  kind: {
    text: "Text",
    category: "Category",
    date: "Date",
    money: "Money",
    number: "Number",
    ratio: "Share",
    flag: "Yes or no",
    moment: "Date and time",
  },
} satisfies Messages["fields"];
