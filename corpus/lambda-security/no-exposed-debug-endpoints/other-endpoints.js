// options: {"endpoints": ["/Metrics"]}
exports.handler = async (evt) => {
  if (evt.routeKey !== 'GET /metrics') return answer(evt);
  //                   ^^^^^^^^^^^^^^ violationDetected
  return evt.path === '/admin' ? admin(evt) : metrics();
};
