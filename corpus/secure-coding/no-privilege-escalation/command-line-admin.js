const [, , command, input] = process.argv;

const commands = {
  raise(account) {
    account.privilege = input;
//  ^^^^^^^^^^^^^^^^^^^^^^^^^ privilegeEscalation
    return account;
  },
  take(account) {
    revokeAll(account, { until: input });
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ privilegeEscalation
  },
};

commands[command](loadAccount());
