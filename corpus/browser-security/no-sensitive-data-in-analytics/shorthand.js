const { password } = form;
analytics.track('Login failed', { password });
//                                ^^^^^^^^ violationDetected
