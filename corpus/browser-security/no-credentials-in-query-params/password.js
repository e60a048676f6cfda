location.href = '/login?Password=' + encodeURIComponent(form.password.value);
//              ^^^^^^^^^^^^^^^^^^ violationDetected
