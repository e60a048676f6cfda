router.delete('/sessions/:id', async (request, response) => {
  await Session.deleteOne({ _id: request.params.id });
//                          ^^^^^^^^^^^^^^^^^^^^^^ unsafeQuery
  response.sendStatus(204);
});
