const config = require(`./config`);
const load = require;
const logger = load('./logger');

logger.info(config.name);

module.exports = { config, logger, resolve: (name) => require.resolve(name) };
