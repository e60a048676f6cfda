const help = 'Open /admin and sign in';
const redirect = (res) => res.redirect('/admin/login');

module.exports = { help, redirect };
