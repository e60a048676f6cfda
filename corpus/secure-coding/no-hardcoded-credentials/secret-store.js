const { SecretManagerServiceClient } = require('@google-cloud/secret-manager');

const client = new SecretManagerServiceClient();

async function secret(name) {
  const [version] = await client.accessSecretVersion({
    name: `projects/shop/secrets/${name}/versions/latest`,
  });
  return version.payload.data.toString();
}

module.exports = secret;
