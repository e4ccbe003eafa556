// expect: house/reasoned-disable
/* eslint-disable no-console */
console.log("x");
