// options: {"roleCheckPatterns": ["mayManage"], "userInputPatterns": ["ctx\\.payload"], "ignorePatterns": ["theme", "level:"]}
async function update(ctx, user) {
  if (isAdmin(ctx.user)) {
    user.role = ctx.payload.role;
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ privilegeEscalation
  }
  if (mayManage(ctx.user, user)) {
    user.permission = ctx.payload.permission;
  }
  user.access = ctx.payload.theme;
  return save(user, { level: ctx.payload.level, access: ctx.payload.access });
//                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^ privilegeEscalation
}
