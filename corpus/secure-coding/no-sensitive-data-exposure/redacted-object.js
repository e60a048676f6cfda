const hidden = new Set(['password', 'token', 'secret']);

function redact(object) {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key, hidden.has(key) ? '***' : value]),
  );
}

export function report(request, logger) {
  logger.info('request', redact(request.body));
  console.error('failed', request.id);
}
