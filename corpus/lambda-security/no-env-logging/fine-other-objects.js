const { env } = process;

metrics.info(process.env);
console.table(process.env);
console.log(env);
