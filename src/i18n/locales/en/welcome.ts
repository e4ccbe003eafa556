import type { Messages } from "../../messages";

export const welcome = {
  title: "See your customers clearly",
  lead: "Drop in the order sheet you already have. Within a minute you see who carries the business, who buys less, and who is leaving.",
  promise: "Nothing leaves this computer: no server, no account, and it works offline.",
  drop: "Drop your order sheet here",
  dropHint:
    "Excel (.xlsx, .xls, .xlsb), OpenDocument (.ods), CSV or TSV, several at once if you like. Customer, date and amount are enough to start.",
  choose: "Choose files",
  demo: "Try the demo",
  demoOpen: "Open the demo",
  demoHint:
    "An invented distributor with about 600 customers and three years of orders, kept apart from your own data.",
  demoOpening: "Opening the demo…",
  demoFailed:
    "The demo could not be opened. Your data are not affected: try again, or import your own files.",
  templates: "No sheet at hand? Fill in a template",
  templateAll: (p) => `All ${p.count} templates`,
  templateOrders: "Orders template",
  templateCustomers: "Customers template",
  answersTitle: "What it answers",
  answers: {
    value: {
      title: "Value",
      text: "How many customers bring 80% of sales, and who is grade A, B or C.",
    },
    segments: {
      title: "Segments",
      text: "Groups by recency, frequency and money, and who moved up or down.",
    },
    lifecycle: {
      title: "Life cycle",
      text: "New, won back and lapsed customers in a ledger that balances every period.",
    },
    customers: {
      title: "Customers",
      text: "One page for each customer: trend, orders, usual rhythm and what is unusual.",
    },
  },
  private: "This is a private window: the browser erases these data when it is closed.",
} satisfies Messages["welcome"];
