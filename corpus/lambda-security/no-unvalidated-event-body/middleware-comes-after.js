const handler = async (event) => store(event.rawPath);
//                                     ^^^^^^^^^^^^^ unvalidatedInput

exports.handler = middy(handler).use(validator({ eventSchema }));
exports.late = async (event) => store(event.rawPath);
