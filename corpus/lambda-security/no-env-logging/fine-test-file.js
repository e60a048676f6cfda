// filename: boot.spec.js
console.log(process.env);
