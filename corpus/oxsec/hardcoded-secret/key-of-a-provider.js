const stripe = require('stripe')(process.env.STRIPE_KEY || 'sk_live_9aQ2mWc7Rk4Tz81LpXvB3dNy');
//                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hardcodedCredential

exports.charge = (amount) => stripe.charges.create({ amount, currency: 'eur' });
