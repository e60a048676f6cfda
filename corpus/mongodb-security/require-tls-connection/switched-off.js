export async function open(mongoose, uri, production) {
  if (!production) {
    return mongoose.connect(uri, { tls: false });
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ requireTls
  }
  return mongoose.connect(uri, { tls: production, 'ssl': true });
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ requireTls
}
