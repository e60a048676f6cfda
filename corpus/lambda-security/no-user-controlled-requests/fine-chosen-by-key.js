const HOSTS = { de: 'shop.de.example', fr: 'shop.fr.example' };

export const handler = async (event) => {
  const host = HOSTS[event.queryStringParameters.country] ?? HOSTS.de;
  return fetch(`https://${host}/stock`);
};
