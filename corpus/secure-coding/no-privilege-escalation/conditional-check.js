function apply(user, change, actor) {
  user.name = change.name;
  return actor.isAdmin ? setRole(user, change.input) : user;
}

export const migrate = (users) => users.map((user) => apply(user, { name: user.name.trim() }, null));
