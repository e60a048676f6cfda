export function createPools(env) {
  const writer = new Pool({ host: env.WRITER, ssl: { ca: env.CA } });
  const reader = new Pool({ host: env.READER, ssl: { rejectUnauthorized: false, ca: env.CA } });
//                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^ noInsecureSsl
  return {
    write: (text, values) => writer.query(text, values),
    read: (text, values) => reader.query(text, values),
    async end() {
      await Promise.all([writer.end(), reader.end()]);
    },
  };
}
