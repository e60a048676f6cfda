const pattern = /'unsafe-eval'/;
export const isLax = (policy) => pattern.test(policy);
