class NotFound extends Error {}

exports.load = async (id) => {
  try {
    return await fetchOrder(id);
  } catch (cause) {
    throw new NotFound(id, { cause });
  }
};
