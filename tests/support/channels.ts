/** Ways to open a connection that the policy must refuse, as page code; F2 of the threat model. */
export const CHANNELS: Readonly<Record<string, (sink: string) => unknown>> = {
  fetch: (sink) =>
    fetch(`http://${sink}/fetch`).then(
      () => null,
      () => null,
    ),
  "fetch without cors": (sink) =>
    fetch(`http://${sink}/no-cors`, { mode: "no-cors", keepalive: true }).catch(() => null),
  XMLHttpRequest: (sink) => {
    const request = new XMLHttpRequest();
    request.open("GET", `http://${sink}/xhr`);
    request.send();
  },
  WebSocket: (sink) => {
    new WebSocket(`ws://${sink}/socket`);
  },
  EventSource: (sink) => {
    new EventSource(`http://${sink}/events`);
  },
  sendBeacon: (sink) => void navigator.sendBeacon(`http://${sink}/beacon`, "x"),
  image: (sink) => void (new Image().src = `http://${sink}/image`),
  "style url": (sink) =>
    void (document.body.style.backgroundImage = `url("http://${sink}/background")`),
  frame: (sink) => {
    const frame = document.createElement("iframe");
    frame.src = `http://${sink}/frame`;
    document.body.append(frame);
  },
  "link stylesheet": (sink) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = `http://${sink}/style`;
    document.head.append(link);
  },
  prefetch: (sink) => {
    const link = document.createElement("link");
    link.rel = "prefetch";
    link.href = `http://${sink}/prefetch`;
    document.head.append(link);
  },
  form: (sink) => {
    const form = document.createElement("form");
    form.action = `http://${sink}/form`;
    document.body.append(form);
    form.submit();
  },
  ping: (sink) => {
    const anchor = document.createElement("a");
    anchor.href = "#";
    anchor.ping = `http://${sink}/ping`;
    document.body.append(anchor);
    anchor.click();
  },
  "import()": (sink) => import(/* @vite-ignore */ `http://${sink}/module.js`).catch(() => null),
  font: (sink) =>
    new FontFace("probe", `url("http://${sink}/font")`).load().then(
      () => null,
      () => null,
    ),
  video: (sink) => {
    const video = document.createElement("video");
    video.src = `http://${sink}/video`;
    document.body.append(video);
  },
};
