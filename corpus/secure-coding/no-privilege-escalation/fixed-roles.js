const ROLES = new Map([['reader', 1], ['editor', 2]]);

export async function signUp(request, users) {
  const { name } = request.body;
  const user = await users.insert({ name, role: 'reader', level: ROLES.get('reader') });
  if (request.body.newsletter) {
    await subscribe(user.id, request.body.newsletter);
  }
  return user.id;
}
