// options: {"allowInTests": false}
// filename: boot.test.js
console.debug(process.env);
//            ^^^^^^^^^^^ envLogging
