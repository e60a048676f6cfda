// options: {"sensitiveFields": ["iban"]}
export async function payout(Seller, id) {
  const seller = await Seller.findById(id).select('name iban');
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ selectSensitiveFields
  const login = await Seller.findById(id).select('password');
  return { seller, login };
}
