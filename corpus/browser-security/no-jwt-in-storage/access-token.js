const answer = await fetch('/oauth/token', { method: 'POST' });
const { access_token: accessToken } = await answer.json();
sessionStorage.setItem('access_token', accessToken);
//@1 jwtInStorage
