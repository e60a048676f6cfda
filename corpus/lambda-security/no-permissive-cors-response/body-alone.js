function respond(body) {
  return { body, headers: { ['Access-Control-Allow-Origin']: '*', Vary: 'Origin' } };
  //                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ permissiveCors
}

module.exports = respond;
