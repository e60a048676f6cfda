// options: {"secretPatterns": ["^pin$", "voucher"]}
const attempts = new Map();

function redeem(account, pin, code) {
  attempts.set(account.id, (attempts.get(account.id) ?? 0) + 1);
  if (attempts.get(account.id) > 3) return 'locked';
  if (account.pin !== pin) return 'wrong';
//    ^^^^^^^^^^^^^^^^^^^ timingUnsafeCompare
  const token = account.token === code;
  return account.giftVoucher === code || token ? 'redeemed' : 'unknown';
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ timingUnsafeCompare
}

module.exports = redeem;
