// expect: no-restricted-properties
export function write(element: HTMLElement, text: string): void {
  element.innerHTML = text;
}
