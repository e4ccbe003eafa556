import type { IncomingMessage, ServerResponse } from "node:http";
import type { Harness } from "../harness/harness";
import type { Answer, Ending, Order } from "../harness/remote";

/** Methods of the harness that a page can be told to call. */
type Method = {
  [Name in keyof Harness]: Harness[Name] extends (...args: never[]) => unknown ? Name : never;
}[keyof Harness];

/** A page that fetches its orders: works in any browser without automation, so also on a profile that outlives kills. */
export interface RemotePage {
  /** Calls a method of the page's harness; never settles when the page dies before it answers. */
  call<M extends Method>(
    method: M,
    ...args: Parameters<Harness[M]>
  ): Promise<Awaited<ReturnType<Harness[M]>>>;
  /** Errors that the page has seen so far. */
  complaints(): readonly string[];
}

interface Desk {
  readonly orders: Order[];
  readonly answers: Map<number, (answer: Ending) => void>;
  readonly complaints: string[];
  /** The page's request for its next order, when it waits for one. */
  asking: ServerResponse | null;
  greet: () => void;
}

/** The server's side of all remote pages. */
export class RemotePages {
  readonly #origin: string;
  readonly #desks = new Map<string, Desk>();
  #lastPage = 0;
  #lastOrder = 0;

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** An address to open, and the page once it is there. */
  expect(): { readonly url: string; readonly ready: Promise<RemotePage> } {
    const name = `p${++this.#lastPage}`;
    const ready = new Promise<RemotePage>((resolve) => {
      const desk: Desk = {
        orders: [],
        answers: new Map(),
        complaints: [],
        asking: null,
        greet: () => {
          resolve(this.#pageAt(desk));
        },
      };
      this.#desks.set(name, desk);
    });
    return { url: `${this.#origin}/?as=${name}`, ready };
  }

  /** Takes a message of the page of this name: a request for an order, or an answer. */
  answer(name: string, request: IncomingMessage, response: ServerResponse): void {
    const desk = this.#desks.get(name);
    if (desk === undefined) {
      response.writeHead(404).end();
      return;
    }
    if (request.method === "GET") {
      desk.greet();
      desk.asking = response;
      deliver(desk);
      return;
    }
    void textOf(request).then(
      (text) => {
        const answer = JSON.parse(text) as Answer;
        if (answer.id === null) desk.complaints.push(answer.error);
        else desk.answers.get(answer.id)?.(answer);
        response.writeHead(204).end();
      },
      // Its browser was killed while it answered: there is no answer.
      () => undefined,
    );
  }

  #pageAt(desk: Desk): RemotePage {
    return {
      call: <M extends Method>(method: M, ...args: Parameters<Harness[M]>) =>
        new Promise<Awaited<ReturnType<Harness[M]>>>((resolve, reject) => {
          const id = ++this.#lastOrder;
          desk.answers.set(id, (answer) => {
            desk.answers.delete(id);
            if (answer.error !== undefined) reject(new Error(answer.error));
            // The page has called that very method.
            else resolve(answer.value as Awaited<ReturnType<Harness[M]>>);
          });
          desk.orders.push({ id, method, args });
          deliver(desk);
        }),
      complaints: () => desk.complaints,
    };
  }
}

function deliver(desk: Desk): void {
  if (desk.asking === null || desk.orders.length === 0) return;
  const order = desk.orders.shift();
  desk.asking.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(order));
  desk.asking = null;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}
