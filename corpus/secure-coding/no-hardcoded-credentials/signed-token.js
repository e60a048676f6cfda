class Client {
  constructor(base) {
    this.base = base;
    this.token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U';
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ useEnvironmentVariable
  }

  get(path) {
    const proof = `${this.base}/d1f0c3e4a5b697887766554433221100ffeeddcc`;
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ useEnvironmentVariable
    return fetch(`${this.base}${path}?sig=${proof}0123456789abcdef0123456789abcdef`);
//                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ useEnvironmentVariable
  }
}
