fetch('/login', { method: 'POST' })
  .then((response) => response.json())
  .then(({ token }) => {
    document.cookie = `token=${token}; path=/; secure`;
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cookieFlags
  });
