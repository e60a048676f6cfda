const started = Date.now();

function report(query, rows) {
  console.log(`query (${query}) took ${Date.now() - started} ms`);
  logger.info(`type ${typeof rows}: ${rows.length} rows`);
  if (rows.length === 0) {
    throw new Error(`query { ${query} } found nothing`);
  }
}

module.exports = report;
