// options: {"trustedSanitizers": ["doubled"]}
const label = doubled(source);
console.log('%s of %s', label, doubled(request.ip));
printf(label, 1);
