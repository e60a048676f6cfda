console.warn('Do not use unsafe-inline in the policy');
// 'unsafe-inline' would let every script run
