function apply({ allowArbitraryLoads = true }) {
  return allowArbitraryLoads;
}

console.log(apply({}));
