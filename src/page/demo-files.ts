/**
 * The files of the demo, to be imported through the same path as any other.
 *
 * They are made here, by the seeded generator that also writes `public/demo/*.xlsx`: the content policy forbids every
 * fetch (`connect-src 'none'`), and a workbook carried inside a script would be sixty times the generator's size. The generator is
 * loaded when it is asked for.
 */
export async function demoFiles(): Promise<readonly File[]> {
  const [{ demoCsv, makeDistributor }, { default: words }] = await Promise.all([
    import("./demo/distributor"),
    import("./demo/words.json"),
  ]);
  const { orders, customers } = makeDistributor();
  const type = "text/csv;charset=utf-8";
  return [
    new File([demoCsv(orders)], words.fileNames.orders, { type }),
    new File([demoCsv(customers)], words.fileNames.customers, { type }),
  ];
}
