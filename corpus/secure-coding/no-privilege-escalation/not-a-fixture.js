// options: {"allowInTests": true}
export function become(user, input) {
  user.role = input.wanted;
//^^^^^^^^^^^^^^^^^^^^^^^^ privilegeEscalation
  return user;
}
