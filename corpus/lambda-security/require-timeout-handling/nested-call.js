module.exports.run = function (request, lambdaContext) {
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingTimeoutHandling
  return Promise.all(request.ids.map((id) => client.send(commandFor(id, lambdaContext))));
};
