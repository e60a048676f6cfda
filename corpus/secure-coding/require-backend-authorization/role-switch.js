function landingPage(account) {
  let page = '/home';
  if ('editor' === account.role) page = '/drafts';
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
  if (account['role'] === 'owner') page = '/billing';
  for (const role of ['support', 'sales']) {
    if (account.role == role) {
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
      page = `/desk/${role}`;
    }
  }
  return page;
}

module.exports = { landingPage };
