export function open(mongoose, uri) {
  return mongoose.createConnection(uri, { 'authMechanism': 'MONGODB-X509', tls: true });
}
