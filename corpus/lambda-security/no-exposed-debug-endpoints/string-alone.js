const routes = new Map([
  ['/test', probe],
// ^^^^^^^ violationDetected
  ['/orders', orders],
]);

exports.handler = async (event) => routes.get(event.rawPath)?.(event);
