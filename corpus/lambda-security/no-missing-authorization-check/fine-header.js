module.exports = async (request) => {
  const caller = await verify(request.headers.authorization);
  return db.insert({ caller, ...request.body });
};
