// options: {"allowDynamicImport": true}
function optional(name) {
  try {
    return require(name);
//         ^^^^^^^^^^^^^ unsafeDynamicRequire
  } catch (error) {
    if (error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

module.exports = { sharp: optional('sharp'), canvas: optional('canvas') };
