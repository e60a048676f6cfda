// options: {"additionalMethods": ["findPage"]}
export async function list(repository, owner) {
  const page = await repository.findPage({ owner });
//                                         ^^^^^ unsafeQuery
  const first = await repository.findFirst({ owner });
  return { page, first };
}
