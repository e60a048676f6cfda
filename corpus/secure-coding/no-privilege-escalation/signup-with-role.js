export async function signUp(request, users) {
  const { name, phrase } = request.body;
  const user = await users.insert({
    name,
    phrase: await hash(phrase),
    role: request.body.role ?? 'reader',
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ privilegeEscalation
    access: { team: request.query.team },
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ privilegeEscalation
  });
  return user.id;
}
