export function checkEnvironment(env = process.env) {
  const apiKey = env.PAYMENT_API_KEY;
  console.info(`payment key: ${apiKey ? 'set' : 'missing'}`);
  console.info('length of the key', apiKey?.length);
  if (!apiKey) process.exitCode = 1;
}
