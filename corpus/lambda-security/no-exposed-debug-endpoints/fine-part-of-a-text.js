exports.handler = async (event) => {
  const isInternal = event.rawPath.startsWith('/admin/');
  return isInternal ? { statusCode: 404 } : answer(event);
};
