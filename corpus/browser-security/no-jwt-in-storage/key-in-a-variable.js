const refreshToken = 'rt';
localStorage.setItem(refreshToken, session.refresh);
//@1 jwtInStorage
localStorage.setItem('bearer', session.bearer);
//@1 jwtInStorage
