const fs = require('fs');

function exportUsers(users) {
  const rows = users.map((user) => [user.id, user.email, user.ssn].join(','));
  fs.writeFileSync('/tmp/users.csv', rows.join('\n'));
//                 ^^^^^^^^^^^^^^^^ violationDetected
  fs.writeFile('/tmp/users.json', JSON.stringify(users), () => {});
//             ^^^^^^^^^^^^^^^^^ violationDetected
}

module.exports = exportUsers;
