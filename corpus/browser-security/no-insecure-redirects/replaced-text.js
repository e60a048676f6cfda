const page = window.location.pathname.replace('/old/', '/new/');
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureRedirect
history.pushState(null, '', page);
