function primes(most) {
  const sieve = new Uint8Array(most + 1);
  const found = [];
  for (let i = 2; i <= most; i++) {
    if (sieve[i]) continue;
    found.push(i);
    for (let j = i * i; j <= most; j += i) sieve[j] = 1;
  }
  for (const prime of found) console.log(prime);
  return found;
}

function factorial(n) {
  return n < 2 ? 1 : n * factorial(n - 1);
}
