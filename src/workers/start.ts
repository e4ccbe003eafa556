/**
 * The only place that may turn a string into a script URL. The policy accepts nothing but the blob that `startWorker`
 * has just made and, for the service worker, a script of our own origin.
 */
interface ScriptUrlPolicy {
  createScriptURL(url: string): string;
}

interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): ScriptUrlPolicy;
}

function acceptOwn(url: string): string {
  const { origin } = new URL(url, location.href);
  if (origin !== location.origin) throw new TypeError(`script of another origin: ${origin}`);
  return url;
}

let policy: ScriptUrlPolicy | null = null;

/** The URL as the browser's script sinks want it: a TrustedScriptURL where Trusted Types exist, else the string. */
export function trustedScriptUrl(url: string): string {
  const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes;
  policy ??=
    factory === undefined
      ? { createScriptURL: acceptOwn }
      : factory.createPolicy("app-worker-url", { createScriptURL: acceptOwn });
  return policy.createScriptURL(url);
}

/**
 * Starts a module worker that inherits the page's Content-Security-Policy.
 *
 * A worker started from an http(s) URL is not bound by a policy in a `<meta>` element, so it could open connections;
 * a blob worker inherits it in every engine. The blob's single line imports the real module.
 *
 * @param moduleUrl URL of the worker's module, relative to the page
 */
export function startWorker(moduleUrl: string, name: string): Worker {
  const absolute = new URL(moduleUrl, location.href).href;
  const source = new Blob([`import ${JSON.stringify(absolute)};`], { type: "text/javascript" });
  const blobUrl = URL.createObjectURL(source);
  const worker = new Worker(trustedScriptUrl(blobUrl), { type: "module", name });
  // The URL must outlive the fetch of the script; the first message proves that it has been read.
  const release = (): void => {
    URL.revokeObjectURL(blobUrl);
  };
  worker.addEventListener("message", release, { once: true });
  return worker;
}
