vault.setItem('jwt', session.jwt);
cookieStore.set('jwt', session.jwt);
