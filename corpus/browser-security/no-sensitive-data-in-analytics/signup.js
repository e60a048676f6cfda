analytics.track('Signed up', { email: user.email, plan: user.plan });
//                             ^^^^^^^^^^^^^^^^^ violationDetected
