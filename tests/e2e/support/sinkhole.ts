import { createSocket } from "node:dgram";
import { createServer, type AddressInfo, type Socket } from "node:net";

/** Listens where nothing should ever arrive, and remembers what did. */
export interface Sinkhole {
  /** One line each: `http host/path`, `tls host`, `tcp` (a connection without a byte), `udp`. */
  readonly hits: readonly string[];
  readonly port: number;
  close(): Promise<void>;
}

/** The host that a TLS ClientHello names, or `?`: the text whose length stands in the two bytes before it. */
function serverName(hello: Buffer): string {
  for (const match of hello.toString("latin1").matchAll(/(?:[a-z0-9-]+\.)+[a-z]{2,}/gi)) {
    const length = match.index < 2 ? 0 : hello.readUInt16BE(match.index - 2);
    if (length > 3 && length <= match[0].length) return match[0].slice(0, length);
  }
  return "?";
}

function describeFirstBytes(bytes: Buffer): string {
  if (bytes[0] === 0x16) return `tls ${serverName(bytes)}`;
  const text = bytes.toString("latin1");
  const path = /^[A-Z]+ (\S+) HTTP/.exec(text)?.[1] ?? "?";
  const host = /^host: *(\S+)/im.exec(text)?.[1] ?? "?";
  return `http ${path.startsWith("http") ? path.replace(/^http:\/\//, "") : host + path}`;
}

/** Listens on the port, or with 0 on any, for TCP connections and UDP packets. */
export async function openSinkhole(port: number): Promise<Sinkhole> {
  const hits: string[] = [];
  const open = new Set<Socket>();
  const tcp = createServer((socket) => {
    open.add(socket);
    let isDescribed = false;
    socket.once("data", (bytes) => {
      isDescribed = true;
      hits.push(describeFirstBytes(bytes));
      socket.end(
        "HTTP/1.1 204 No Content\r\nAccess-Control-Allow-Origin: *\r\nConnection: close\r\n\r\n",
      );
    });
    socket.on("error", () => socket.destroy());
    socket.on("close", () => {
      open.delete(socket);
      if (!isDescribed) hits.push("tcp");
    });
  });
  const udp = createSocket("udp4");
  udp.on("message", (message) => {
    hits.push(`udp ${message.byteLength} bytes`);
  });
  await new Promise<void>((resolve, reject) => {
    tcp.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  const address = tcp.address() as AddressInfo;
  await new Promise<void>((resolve, reject) => {
    udp.once("error", reject).bind(address.port, "127.0.0.1", resolve);
  });
  return {
    hits,
    port: address.port,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => tcp.close(resolve));
      await new Promise<void>((resolve) => udp.close(resolve));
    },
  };
}
