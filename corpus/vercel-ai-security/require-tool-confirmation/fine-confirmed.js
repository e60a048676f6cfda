export const agent = {
  tools: {
    deleteUser: { requiresConfirmation: true, execute: remove },
    transferMoney: { approval: 'manager', execute: remove },
    createUser: { requireApproval: askAdmin, execute: remove },
  },
};

function remove() {}
function askAdmin() {}
