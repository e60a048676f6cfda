module.exports = async function remind(customer, mailer) {
  await mailer.send(customer.email, 'Your order');
  console.log(`reminded ${customer.phoneNumber}`);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ personalDataLogged
};
