// The member is within a chain, which is another node.
console.log(process?.env);
console.log({ ...process.env });
