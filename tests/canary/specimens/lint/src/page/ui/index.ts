// expect: house/file-name
export { default as Button } from "./Button.svelte";
