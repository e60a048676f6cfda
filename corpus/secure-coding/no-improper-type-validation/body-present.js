app.post('/orders', async (request, response) => {
  const body = await request.json();
  if (body) {
//    ^^^^ improperTypeValidation
    await orders.add(body);
  }
  if (body === null) {
//    ^^^^^^^^^^^^^ missingNullCheck
    return response.status(400).end();
  }
  if (body.items == undefined || body.items == null) {
//                               ^^^^^^^^^^^^^^^^^^ looseEqualityTypeCheck
    return response.status(422).end();
  }
  response.status(201).end();
});
