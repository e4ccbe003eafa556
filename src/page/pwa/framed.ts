/**
 * Shows nothing but a link to itself when another page has put the app into a frame (T15): a policy in a `<meta>`
 * element cannot forbid that, and a framed page can be made to receive clicks meant for the other one.
 *
 * @returns whether the app is framed and must not start
 */
export function refuseFrame(): boolean {
  if (window.top === window) return false;
  const link = document.createElement("a");
  link.href = location.href;
  link.target = "_top";
  link.textContent = document.title;
  document.body.replaceChildren(link);
  return true;
}
