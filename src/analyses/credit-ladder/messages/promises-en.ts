import type { PromisesMessages } from "./promises-zh-Hans";

export default {
  title: "Promises to pay",
  sub: "What a customer promised to pay and by when; once due, the payments say whether it was kept. Kept on this computer alone; imports never change it. Open a line to change it.",
  none: "None yet. When a customer names a day and an amount, write it down: a broken promise is a reason to go up a step.",
  add: "Write down a promise",
  caption: "Promises to pay, and what became of them",
  columns: {
    customer: "Customer",
    amount: "Promised",
    madeOn: "Given on",
    dueOn: "Due on",
    paid: "Received in time",
    fate: "Result",
  },
  fates: { kept: "Kept", broken: "Broken", open: "Not due yet", unclear: "Cannot be told" },
  later: "Given after the as-of day",
  unclear:
    "“Cannot be told”: the payments do not reach the day it was due, some money has no day, or the data show no account of the customer. It is judged once newer payments or invoices are imported.",
  form: {
    title: "Write down a promise to pay",
    titleOf: (p) => `Promise to pay: ${p.name}`,
    amount: "Amount promised",
    madeOn: "Given on",
    dueOn: "To be paid by",
    needs:
      "Choose a customer, an amount above 0 and both days; it cannot be due before it is given.",
    future: "It is given after today; please check.",
    saved: (p) => `The promise of ${p.name} is written down.`,
    remove: "Delete",
    removed: "The promise is deleted.",
  },
} satisfies PromisesMessages;
