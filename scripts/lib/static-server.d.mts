import type { Server } from "node:http";
export function staticServer(folder: string): Server;
export function listen(server: Server, port: number, attempts?: number): Promise<number>;
