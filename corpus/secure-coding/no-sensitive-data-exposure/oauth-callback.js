export async function callback(code, client, logger) {
  const { accessToken, refreshIn } = await client.exchange(code);
  logger.info('Exchanged the code', accessToken);
//                                  ^^^^^^^^^^^ sensitiveDataExposure
  logger.debug('refresh in', refreshIn);
  setTimeout(() => callback(code, client, logger), refreshIn * 1000);
  return client.profile();
}
