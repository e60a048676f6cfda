localStorage.setItem('demo', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl');
//@1 jwtInStorage
