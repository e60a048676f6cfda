const page = user.token === null ? '/login' : '/home';
if (user.token) navigate(page);
