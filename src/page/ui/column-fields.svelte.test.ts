import { unmount, type Component } from "svelte";
import { afterEach, describe, expect, it } from "vitest";
import { mounted } from "../../../tests/support/mounted";
import ColumnField from "./ColumnField.svelte";
import ColumnsField from "./ColumnsField.svelte";

const columns = [
  { value: "attr:a", label: "套餐" },
  { value: "attr:b", label: "城市" },
  { value: "attr:c", label: "渠道" },
];
let shown: Record<string, unknown> | null = null;

async function show<P extends Record<string, unknown>>(Drawn: Component<P>, props: P) {
  shown = await mounted(Drawn, props);
}

afterEach(async () => {
  if (shown !== null) await unmount(shown);
  shown = null;
});

describe("ColumnField", () => {
  it("offers the columns by their headers, and none", async () => {
    const chosen: string[] = [];
    const onchange = (id: string) => chosen.push(id);
    await show(ColumnField, { label: "Group by", columns, value: "attr:b", onchange });
    const select = document.querySelector("select")!;
    expect([...select.options].map(({ text }) => text)).toEqual([
      "No column",
      "套餐",
      "城市",
      "渠道",
    ]);
    expect(select.value).toBe("attr:b");
    select.value = "";
    select.dispatchEvent(new Event("change", { bubbles: true }));
    expect(chosen).toEqual([""]);
  });
});

describe("ColumnsField", () => {
  const boxes = () => [...document.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
  const open = async () => {
    const panel = document.querySelector<HTMLElement>("[popover]")!;
    const opened = new Promise((resolve) => {
      panel.addEventListener("toggle", resolve, { once: true });
    });
    panel.showPopover();
    await opened;
  };

  it("shows all as chosen where nothing chosen means all, and takes one out", async () => {
    const chosen: (readonly string[])[] = [];
    const onchange = (ids: readonly string[]) => chosen.push(ids);
    const props = { label: "Features", columns, values: [], empty: "all", onchange } as const;
    await show(ColumnsField, props);
    await open();
    expect(boxes().map(({ checked }) => checked)).toEqual([true, true, true]);
    boxes()[1]!.click();
    expect(chosen).toEqual([["attr:a", "attr:c"]]);
  });

  it("is back at nothing chosen when all are", async () => {
    const chosen: (readonly string[])[] = [];
    const onchange = (ids: readonly string[]) => chosen.push(ids);
    const values = ["attr:a", "attr:b"];
    const props = { label: "Features", columns, values, empty: "all", onchange } as const;
    await show(ColumnsField, props);
    await open();
    boxes()[2]!.click();
    expect(chosen).toEqual([[]]);
  });
});
