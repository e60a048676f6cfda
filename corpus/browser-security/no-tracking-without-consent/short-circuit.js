consent.given && analytics.page('Home');
//               ^^^^^^^^^^^^^^^^^^^^^^ violationDetected
