const directives = policy.split(' ').filter((source) => !source.includes('unsafe-eval'));
console.log(directives);
